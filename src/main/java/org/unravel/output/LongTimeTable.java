package org.unravel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.unravel.exact.CountedQuantity;
import org.unravel.exact.CurrentStatistics;
import org.unravel.exact.HeatEngine;
import org.unravel.exact.LongTimeStatistics;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;

/** The long-time limit of a model for people: steady state, currents with their noise, waiting times, entropy production, symmetry. All of it exact. */
public final class LongTimeTable {

    /** A violation below this part of the generating function is rounding: of eigenvalues, and of rates that obey detailed balance to some digits. */
    private static final double ROUNDING = 1e-9;

    private final Model model;
    private final LongTimeStatistics statistics;
    private final List<String> lines = new ArrayList<>();
    /** What is not known, with its reason. */
    private final List<String> absences = new ArrayList<>();

    private LongTimeTable(Model model, LongTimeStatistics statistics) {
        this.model = model;
        this.statistics = statistics;
    }

    /** The lines of the table, without line ends; what is not known is named at the end of each part. */
    public static List<String> lines(Model model, LongTimeStatistics statistics) {
        LongTimeTable table = new LongTimeTable(model, statistics);
        table.lines.add(model.title().isEmpty() ? model.name() : model.name() + ": " + model.title());
        table.steadyState();
        table.powers();
        table.currents();
        table.covariances();
        HeatEngine.of(statistics).ifPresent(e -> table.lines.add("efficiency: " + Measured.number(e.efficiency()) + " = chemical power " + Measured.number(e.power())
                + " / heat of the hot " + Measured.number(e.heat()) + ", Carnot " + Measured.number(e.carnot())));
        table.waitingTimes();
        table.balance();
        model.caveats().forEach(c -> table.lines.add("warning: " + c.text()));
        return table.lines;
    }

    private void steadyState() {
        List<List<String>> rows = new ArrayList<>();
        boolean repeats = statistics.period().isPresent();
        rows.add(List.of(repeats ? "average over a period of " + Measured.number(statistics.period().getAsDouble()) : "steady state", "mean"));
        statistics.means().forEach((name, mean) -> {
            rows.add(List.of(name, Measured.number(mean)));
            if (Double.isNaN(mean)) {
                absences.add(name + ": not known in the long-time limit, its operator " + (repeats ? "does not repeat after the period" : "depends on time"));
            }
        });
        add(rows);
        lines.addAll(statistics.notes());
    }

    private void powers() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("energy per time", "power"));
        statistics.powers().forEach((name, power) -> rows.add(List.of(name, Measured.number(power))));
        if (rows.size() > 1) {
            add(rows);
        } else {
            lines.add("work and heat per time: not known, the energy or a quantum depends on time and the model has no period");
        }
    }

    /** Of the counted heats of two baths each, of their particles, and of heat and particles of each. */
    private void covariances() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(model.hasParticles() ? "of two quantities" : "of two heats", "covariance per time"));
        addCovariances(model.baths().stream().map(b -> CountedQuantity.heat(model, b)).toList(), rows);
        addCovariances(model.bathsWithParticles().stream().map(b -> CountedQuantity.particles(model, b)).toList(), rows);
        model.bathsWithParticles().forEach(b -> addCovariance(CountedQuantity.heat(model, b), CountedQuantity.particles(model, b), rows));
        if (rows.size() > 1) {
            lines.addAll(TextTable.aligned(rows));
        }
        lines.addAll(absences);
        absences.clear();
    }

    private void addCovariances(List<CountedQuantity> of, List<List<String>> rows) {
        for (int i = 0; i < of.size(); i++) {
            for (int j = i + 1; j < of.size(); j++) {
                addCovariance(of.get(i), of.get(j), rows);
            }
        }
    }

    private void addCovariance(CountedQuantity a, CountedQuantity b, List<List<String>> rows) {
        String name = Quantity.covariance(a.name(), b.name());
        double covariance = known(name, () -> statistics.covariance(a, b));
        if (Double.isFinite(covariance)) {
            rows.add(List.of(name, Measured.number(covariance)));
        } else if (Double.isInfinite(covariance)) {
            absences.add(name + ": none per time, it grows as the square of time");
        }
    }

    private void add(List<List<String>> rows) {
        lines.addAll(TextTable.aligned(rows));
        lines.addAll(absences);
        absences.clear();
    }

    private void currents() {
        List<CountedQuantity> all = new ArrayList<>(CountedQuantity.allOf(model));
        if (all.isEmpty()) {
            lines.add("no currents and no waiting times: there is no jump channel");
            return;
        }
        if (model.hasFloquetWork()) {
            all.add(1 + model.baths().size(), CountedQuantity.floquetWork(model));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("per time", "current", "noise", "Fano factor", "uncertainty ratio"));
        double sigma = known("entropy production rate", statistics::entropyProductionRate);
        absences.clear();
        Quantities quantities = Quantities.of(model);
        for (CountedQuantity counted : all) {
            try {
                CurrentStatistics.Current c = statistics.current(counted);
                rows.add(List.of(c.name(), Measured.number(c.mean()), Measured.number(c.noise()), Measured.number(c.fanoFactor()),
                        isCurrent(quantities.of(c.name()).kind()) ? Measured.number(c.uncertaintyRatio(sigma)) : "-"));
                if (Double.isInfinite(c.noise())) {
                    absences.add(c.name() + ": no noise per time, the steady states that the start leads to have unlike currents,"
                            + " so that the variance grows as the square of time");
                }
            } catch (ModelException e) {
                rows.add(List.of(counted.name(), "-", "-", "-", "-"));
                absences.add(counted.name() + ": not known, " + e.getMessage());
            }
        }
        add(rows);
    }

    /** What changes sign with time: a number of jumps does not, what a model counts by weights of its own may not. */
    private static boolean isCurrent(Quantity.Kind kind) {
        return kind != Quantity.Kind.JUMPS && kind != Quantity.Kind.COUNT;
    }

    /** A number, or NaN and the reason why it is not known. */
    private double known(String name, DoubleSupplier number) {
        try {
            return number.getAsDouble();
        } catch (ModelException e) {
            absences.add(name + ": not known, " + e.getMessage());
            return Double.NaN;
        }
    }

    private void waitingTimes() {
        Optional<double[]> times = statistics.meanWaitingTimes();
        if (model.channels().isEmpty() || times.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("after a jump", "mean waiting time"));
        int k = 0;
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                rows.add(List.of(bath.label(channel), Measured.number(times.get()[k++])));
            }
        }
        add(rows);
    }

    private void balance() {
        Optional<String> broken = statistics.brokenBalance();
        if (broken.isPresent()) {
            lines.add("no detailed balance, so no symmetry of the generating function: " + broken.get());
            return;
        }
        double sigma = known("entropy production rate", statistics::entropyProductionRate);
        if (!Double.isNaN(sigma)) {
            lines.add("entropy production rate: " + Measured.number(sigma));
        }
        double violation = known("symmetry of Gallavotti and Cohen", statistics::symmetryViolation);
        if (!Double.isNaN(violation)) {
            lines.add("symmetry of Gallavotti and Cohen: " + (violation <= ROUNDING ? "holds"
                    : statistics.period().isEmpty() ? "broken, H cannot be made real" : "broken, the drive is another one backwards, or H cannot be made real")
                    + ", largest violation " + Measured.number(violation, 2) + " of the generating function");
        }
        lines.addAll(absences);
        absences.clear();
    }
}
