package org.unravel.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.unravel.figure.FigureSheet.Legend;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Definition;
import org.unravel.firstlaw.StateCurve;
import org.unravel.firstlaw.StateQuantity;

/** What averaged states say, a sheet for each part: entropies, temperatures, ergotropies, energies, productions, and of two parts together their interaction and what they know of each other. */
final class AveragedStateFigures {

    private static final String STATES = "states.csv";
    private static final String NATS = "nats";
    private static final String ENERGY = "energy";

    /**
     * Quantities of one panel.
     *
     * @param id end of the id of the panel
     * @param title a few words
     * @param axis of the values
     * @param holds the names of its quantities
     */
    private record Kind(String id, String title, Axis axis, Predicate<StateQuantity> holds) {
    }

    private static final List<Kind> KINDS = List.of(new Kind("entropy", "Entropy", Axis.linear("entropy", NATS), named("entropy", "entropy.diagonal", "S_AB", "I_AB")),
            new Kind("beta", "Inverse temperature", Axis.linear("beta", "1/energy"), named("beta", "beta.reference")),
            new Kind("ergotropy", "Ergotropy", Axis.linear("ergotropy", ENERGY), named("ergotropy", "ergotropy.coherent", "ergotropy.incoherent", "exergy", "athermal")),
            new Kind("energy", "Energy", Axis.linear(ENERGY, ENERGY), named("energy", "energy.passive", "energy.thermal", "E_int", "W_switch")),
            new Kind("production", "Entropy production", Axis.linear("entropy production", NATS), q -> q.definition().isPresent()),
            new Kind("purity", "Purity", Axis.linear("purity", ""), named("purity")));

    private final ComparisonReport report;

    AveragedStateFigures(ComparisonReport report) {
        this.report = report;
    }

    private static Predicate<StateQuantity> named(String... names) {
        return q -> List.of(names).contains(q.name());
    }

    List<FigureSheet> sheets() {
        return report.sampled().states().stream().map(StateCurve::part).distinct().map(this::sheet).flatMap(Optional::stream).toList();
    }

    private Optional<FigureSheet> sheet(String part) {
        List<StateCurve> states = report.sampled().states().stream().filter(s -> s.part().equals(part)).toList();
        String id = "states-" + RunFigures.id(part);
        String of = part.equals(Definition.SYSTEM) ? "" : " of " + part;
        List<Figure> panels = new ArrayList<>();
        for (Kind kind : KINDS) {
            panel(id + "-" + kind.id, kind.title + of, kind.axis, states.stream().filter(s -> kind.holds.test(s.quantity())).toList()).ifPresent(panels::add);
        }
        states.stream().filter(s -> KINDS.stream().noneMatch(k -> k.holds.test(s.quantity()))).forEach(s -> panel(id + "-" + RunFigures.id(s.quantity().name()), s.quantity().name() + of,
                Axis.linear(s.quantity().name(), ""), List.of(s)).ifPresent(panels::add));
        return panels.isEmpty() ? Optional.empty() : Optional.of(new FigureSheet(id, "Averaged state" + of, "What the averaged state" + of + " says at each time." + ComparisonFigures.key(report), panels,
                Legend.OF_EACH_PANEL));
    }

    private Optional<Figure> panel(String id, String title, Axis axis, List<StateCurve> states) {
        RivalSeries rivals = new RivalSeries(report);
        for (int s = 0; s < states.size(); s++) {
            StateCurve state = states.get(s);
            rivals.add(state.quantity().name(), s, states.size(), state.estimate(), report.exactOf(state));
        }
        return rivals.figure(id, title, title + " of the averaged state.", axis, STATES);
    }
}
