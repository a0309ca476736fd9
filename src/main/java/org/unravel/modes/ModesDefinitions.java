package org.unravel.modes;

import static org.unravel.modes.ModesAccount.change;
import static org.unravel.modes.ModesAccount.sum;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.unravel.firstlaw.Share;
import org.unravel.model.Absence;
import org.unravel.model.ModeStart;
import org.unravel.model.Reason;

/**
 * What definitions of heat and work come to for two groups of modes, by their names. Amplitudes obey an equation of their own, so that what a mean field does is the change of the energy that displacements have:
 * d/dt A†hA = 2 Im A†h g B, with A and B the amplitudes of the part and its partner.
 */
final class ModesDefinitions {

    static final String MINIMAL_DISSIPATION = "minimal-dissipation";

    private static final double[] DIFFERENCE = {1, -1};
    private static final double[] BOTH = {1, 1};

    private ModesDefinitions() {
    }

    /** Why a definition says nothing of a part; empty where it does. */
    static Optional<Absence> obstacle(String definition, NormalModes modes, int part) {
        return switch (definition) {
            case "conventional", "hamiltonian-based", "autonomous", "mean-field", "semiclassical", "interaction", "bare", MINIMAL_DISSIPATION -> Optional.empty();
            case "mean-force" -> Moments.group(modes, 1 - part).start() instanceof ModeStart.Thermal ? Optional.empty() : Optional.of(absence("expected a partner that begins in a Gibbs state, found a coherent one"));
            case "counted" -> Optional.of(absence("expected jumps, found a closed model"));
            default -> Optional.of(absence("expected a model with levels, found modes without a cut-off: the order of populations of many modes is not computed"));
        };
    }

    static Absence absence(String text) {
        return new Absence(Reason.NOT_APPLICABLE, text);
    }

    /** The shares of a definition that has no obstacle, of one state. */
    static Map<Share, double[]> shares(String definition, ModesAccount account, NormalModes modes, int part) {
        int partner = 1 - part;
        double[] own = change(account.energy(part));
        double[] none = new double[own.length];
        double[] displaced = change(account.displaced()[part]);
        double[] displacedPartner = change(account.displaced()[partner]);
        double[] lost = sum(new double[] {-1}, change(account.energy(partner)));
        return switch (definition) {
            case "conventional", "hamiltonian-based" -> shares(own, own, none);
            case "interaction" -> shares(sum(BOTH, own, change(account.interaction())), lost, none);
            case "bare" -> shares(own, lost, sum(new double[] {-1}, change(account.interaction())));
            case "mean-field" -> shares(own, sum(DIFFERENCE, own, displaced), displaced);
            case "semiclassical" -> shares(sum(new double[] {1, -1, -1}, own, displaced, displacedPartner), sum(DIFFERENCE, own, displaced), sum(new double[] {-1}, displacedPartner));
            case "autonomous" -> {
                double[] heat = change(thermalEnergy(account, modes, part));
                yield shares(own, heat, sum(DIFFERENCE, own, heat));
            }
            case "mean-force" -> {
                double[] energy = change(account.meanForce()[part]);
                yield shares(energy, energy, none);
            }
            case MINIMAL_DISSIPATION -> {
                MinimalDissipation.Curves curves = account.minimal()[part];
                yield shares(change(curves.energy()), curves.heat(), curves.work());
            }
            default -> throw new IllegalArgumentException("expected a definition for modes, found " + definition);
        };
    }

    private static Map<Share, double[]> shares(double[] change, double[] heat, double... work) {
        return new EnumMap<>(Map.of(Share.CHANGE, change, Share.HEAT, heat, Share.WORK, work));
    }

    /** β of the thermal state of a part that has its entropy. */
    static double[] thermalBeta(ModesAccount account, NormalModes modes, int part) {
        ThermalReference reference = new ThermalReference(modes.local(part));
        double[] all = account.entropies()[part].clone();
        for (int i = 0; i < all.length; i++) {
            all[i] = reference.beta(all[i]);
        }
        return all;
    }

    /** Its energy. */
    static double[] thermalEnergy(ModesAccount account, NormalModes modes, int part) {
        ThermalReference reference = new ThermalReference(modes.local(part));
        double[] all = thermalBeta(account, modes, part);
        for (int i = 0; i < all.length; i++) {
            all[i] = reference.energy(all[i]);
        }
        return all;
    }
}
