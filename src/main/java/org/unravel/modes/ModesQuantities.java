package org.unravel.modes;

import static org.unravel.modes.ModesAccount.change;
import static org.unravel.modes.ModesAccount.sum;

import java.util.Optional;

import org.unravel.firstlaw.JointNumber;
import org.unravel.model.Absence;
import org.unravel.model.ModeStart;

/** Quantities of the states of two groups of modes, by their names in files. */
final class ModesQuantities {

    private static final String PRODUCTION_AUTONOMOUS = "entropy.production.autonomous";
    private static final String PRODUCTION_INTERACTION = "entropy.production.interaction";
    private static final String PRODUCTION_BARE = "entropy.production.bare";

    private ModesQuantities() {
    }

    /** Why there is none; empty where there is. */
    static Optional<Absence> obstacle(String quantity, NormalModes modes, int part) {
        return switch (quantity) {
            case "energy", "entropy", "purity", "beta.reference", "energy.thermal", "exergy" -> Optional.empty();
            case PRODUCTION_AUTONOMOUS, PRODUCTION_INTERACTION, PRODUCTION_BARE -> beta(modes, 1 - part).isPresent() ? Optional.empty()
                    : Optional.of(ModesDefinitions.absence("expected a partner that begins in a Gibbs state, found a coherent one"));
            default -> Optional.of(ModesDefinitions.absence("expected a model with levels, found modes without a cut-off"));
        };
    }

    /** True if it rests on entropies. */
    static boolean needsState(String quantity) {
        return !quantity.equals("energy");
    }

    private static Optional<Double> beta(NormalModes modes, int part) {
        return Moments.group(modes, part).start() instanceof ModeStart.Thermal t ? Optional.of(t.beta()) : Optional.empty();
    }

    /** Its curve in one state. */
    static double[] curve(String quantity, ModesAccount account, NormalModes modes, int part) {
        int partner = 1 - part;
        return switch (quantity) {
            case "energy" -> account.energy(part);
            case "entropy" -> account.entropies()[part];
            case "purity" -> account.purities()[part];
            case "beta.reference" -> ModesDefinitions.thermalBeta(account, modes, part);
            case "energy.thermal" -> ModesDefinitions.thermalEnergy(account, modes, part);
            case "exergy" -> sum(new double[] {1, -1}, account.energy(part), ModesDefinitions.thermalEnergy(account, modes, part));
            case PRODUCTION_AUTONOMOUS -> sum(new double[] {1, beta(modes, partner).orElseThrow()}, change(account.entropies()[part]), change(ModesDefinitions.thermalEnergy(account, modes, partner)));
            case PRODUCTION_INTERACTION, PRODUCTION_BARE -> sum(new double[] {1, beta(modes, partner).orElseThrow()}, change(account.entropies()[part]), change(account.energy(partner)));
            default -> throw new IllegalArgumentException("expected a quantity of modes, found " + quantity);
        };
    }

    /** A number of both parts in one state. */
    static double[] joint(JointNumber number, ModesAccount account) {
        return switch (number) {
            case INTERACTION_ENERGY -> account.interaction();
            case SWITCHING_WORK -> change(account.interaction());
            case ENTROPY -> constant(account.jointEntropy(), account.interaction().length);
            case MUTUAL_INFORMATION -> sum(new double[] {1, 1, -1}, account.entropies()[0], account.entropies()[1], constant(account.jointEntropy(), account.interaction().length));
        };
    }

    /** True if it rests on entropies. */
    static boolean needsState(JointNumber number) {
        return number == JointNumber.ENTROPY || number == JointNumber.MUTUAL_INFORMATION;
    }

    private static double[] constant(double value, int length) {
        double[] all = new double[length];
        java.util.Arrays.fill(all, value);
        return all;
    }
}
