package org.unravel.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unravel.bath.DetailedBalance;
import org.unravel.bath.coupling.EigenOperatorResidual;
import org.unravel.bath.coupling.SecularCondition;
import org.unravel.model.Bath;
import org.unravel.model.BathOrigin;
import org.unravel.model.BathOrigin.ShiftedEnergy;
import org.unravel.model.Channel;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.Model;
import org.unravel.model.QuasiEnergies;
import org.unravel.model.SignedRate;
import org.unravel.model.TimeFunction;
import org.unravel.model.WeightSign;
import org.unravel.numeric.SpectralNorm;
import org.unravel.output.ModelDescription.Entry;
import org.unravel.output.ModelDescription.Level;

/** What a bath means, in words: channels with rates and quanta, detailed balance and, where they come from a coupling, what they rest on. */
final class BathDescription {

    private static final int RESIDUAL_DIGITS = 2;
    /** A squared norm is 1 to the digits that are shown. */
    private static final double UNIT = 1e-9;
    /** Channels of a coupling that are shown one by one. */
    private static final int MOST_CHANNELS = 200;
    private static final int MOST_QUASI_ENERGIES = 8;

    private final Model model;
    private final Bath bath;
    private final List<Entry> entries = new ArrayList<>();

    private BathDescription(Model model, Bath bath) {
        this.model = model;
        this.bath = bath;
    }

    static List<Entry> of(Model model, Bath bath) {
        BathDescription description = new BathDescription(model, bath);
        String temperature = bath.inverseTemperature().isEmpty() ? "no temperature, so no entropy is assigned"
                : "beta = " + Measured.number(bath.inverseTemperature().getAsDouble());
        temperature += bath.hasParticles() ? ", mu = " + Measured.number(bath.chemicalPotential()) : "";
        description.entries.add(new Entry(Level.MODEL, "bath " + bath.name(), temperature + bath.origin().map(BathDescription::origin).orElse("")));
        bath.origin().ifPresentOrElse(description::coupled, description::stated);
        return description.entries;
    }

    private static String origin(BathOrigin origin) {
        String shift = origin.lambShift().isEmpty() ? "none" : origin.shiftedEnergy() == ShiftedEnergy.COUNTED ? "energy" : "dynamics";
        return ", coupling with the spectrum " + origin.spectrum() + ", equation " + origin.equation().word() + ", lamb-shift " + shift;
    }

    private void add(String term, String text) {
        entries.add(new Entry(Level.BATH, term, text));
    }

    private void stated() {
        for (Channel channel : bath.channels()) {
            add(channel.name(), "rate " + value(channel.rate()) + ", quantum " + value(channel.heat()) + (bath.hasParticles() ? ", particles " + channel.particles() : "")
                    + (channel.operator().isConstant() ? "" : ", operator depends on time"));
        }
        bath.silent().forEach(name -> add(name, "no channel, its operator is zero"));
        if (bath.inverseTemperature().isPresent() && model.unraveling().weights() != WeightSign.SIGNED) {
            DetailedBalance.Balance balance = DetailedBalance.of(model, bath);
            for (DetailedBalance.Pair pair : balance.pairs()) {
                add("detailed balance", pair.first().name() + (pair.first() == pair.second() ? " with itself" : " and " + pair.second().name()));
            }
            unpaired(balance);
        }
    }

    private String value(TimeFunction function) {
        if (function instanceof SignedRate signed) {
            int changes = signed.signChanges().size();
            return "depends on time and changes its sign " + (changes == 1 ? "once" : changes + " times");
        }
        return function.isConstant() ? Measured.number(function.at(model.time().start()).re()) : "depends on time";
    }

    private void unpaired(DetailedBalance.Balance balance) {
        if (!balance.unpaired().isEmpty()) {
            add("without a detailed-balance partner", balance.unpaired().stream().map(Channel::name).collect(Collectors.joining(", "))
                    + "; fluctuation relations need one for every channel");
        }
    }

    private void coupled(BathOrigin origin) {
        DetailedBalance.Balance balance = DetailedBalance.of(model, bath);
        Map<Channel, Channel> partners = new HashMap<>();
        balance.pairs().forEach(p -> {
            partners.put(p.first(), p.second());
            partners.put(p.second(), p.first());
        });
        if (bath.channels().isEmpty()) {
            add("channels", "none: every rate is 0");
        }
        bath.channels().stream().limit(MOST_CHANNELS).forEach(c -> channel(origin, c, partners.get(c)));
        if (bath.channels().size() > MOST_CHANNELS) {
            add("further channels", bath.channels().size() - MOST_CHANNELS + " of " + bath.channels().size() + " are not shown");
        }
        unpaired(balance);
        conditions(origin);
    }

    private void channel(BathOrigin origin, Channel channel, Channel partner) {
        add(channel.name(), "nu " + range(channel.heat(), -1) + ", rate " + rate(origin, channel) + ", quantum " + range(channel.heat(), 1) + ", partner "
                + (partner == null ? "none" : partner == channel ? "itself" : partner.name())
                + ", residual of [" + (isFloquet(origin) ? "H - i d/dt" : "H") + ", L] = qL " + Measured.number(EigenOperatorResidual.of(origin, channel, model.time()), RESIDUAL_DIGITS));
    }

    /** γ‖A‖², the largest rate at which a state jumps, and its factors where they are two. */
    private String rate(BathOrigin origin, Channel channel) {
        // between Floquet modes an operator turns, and its norm stays
        if (!isFloquet(origin) && !(channel.rate().isConstant() && channel.operator().isConstant())) {
            double[] rates = IntStream.range(0, model.time().pointCount()).mapToDouble(i -> SecularCondition.largestRate(channel, model.time().time(i))).sorted().toArray();
            return span(rates[0], rates[rates.length - 1]);
        }
        double gamma = channel.rate().at(model.time().start()).re();
        double norm = SpectralNorm.of(channel.operator().at(model.time().start()));
        String shown = Measured.number(gamma * norm * norm);
        return Math.abs(norm * norm - 1) < UNIT ? shown : shown + " (gamma " + Measured.number(gamma) + ", |A|^2 " + Measured.number(norm * norm) + ")";
    }

    private static boolean isFloquet(BathOrigin origin) {
        return origin.equation() == MasterEquationKind.FLOQUET;
    }

    private String range(TimeFunction function, double factor) {
        if (function.isConstant()) {
            return Measured.number(factor * function.at(model.time().start()).re() + 0.0);
        }
        double[] values = IntStream.range(0, model.time().pointCount()).mapToDouble(i -> factor * function.at(model.time().time(i)).re()).sorted().toArray();
        return span(values[0], values[values.length - 1]);
    }

    private static String span(double low, double high) {
        return "from " + Measured.number(low) + " to " + Measured.number(high);
    }

    private void conditions(BathOrigin origin) {
        SecularCondition secular = SecularCondition.of(bath, model.time());
        add("secular condition", "largest rate in thermal states " + Measured.number(secular.rate()) + (Double.isInfinite(secular.distance()) ? ", one Bohr frequency"
                : ", smallest distance of Bohr frequencies " + Measured.number(secular.distance())));
        origin.slowness().ifPresent(s -> add("slowness", "largest |<m|dH/dt|n>|/(E_m - E_n)^2 " + Measured.number(s) + ", to be far below 1"));
        origin.quasiEnergies().ifPresent(this::quasiEnergies);
        if (origin.leftOut() > 0 && isFloquet(origin)) {
            add("left out", origin.leftOut() + (origin.leftOut() == 1 ? " Fourier component" : " Fourier components") + " of the coupling between Floquet modes, below 1e-11 of its norm");
        } else if (origin.leftOut() > 0) {
            add("left out", origin.leftOut() + (origin.leftOut() == 1 ? " pair" : " pairs") + " of levels between which the coupling is a rounding, below 1e-12 of its norm");
        }
    }

    private void quasiEnergies(QuasiEnergies of) {
        String few = Arrays.stream(of.values()).limit(MOST_QUASI_ENERGIES).mapToObj(Measured::number).collect(Collectors.joining(", "));
        add("quasi-energies", few + (of.values().length > MOST_QUASI_ENERGIES ? ", ... (" + of.values().length + ")" : "") + ", up to multiples of " + Measured.number(2 * Math.PI / of.period())
                + "; harmonics of the coupling up to " + of.harmonics());
    }
}
