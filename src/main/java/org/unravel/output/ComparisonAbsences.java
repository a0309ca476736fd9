package org.unravel.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Definition;
import org.unravel.firstlaw.FirstLawCurves;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;
import org.unravel.model.Absence;
import org.unravel.model.Reason;

/** What a comparison does not say, and why: definitions and quantities of one reason together. */
public final class ComparisonAbsences {

    private static final String NOT_APPLICABLE = "not applicable";
    private static final String NOT_COMPUTED = "not computed";
    private static final String NOT_SAMPLED = "not sampled";
    private static final String NOT_EXACT = "no exact curve";

    private final ComparisonReport report;
    private final Map<Group, Set<String>> groups = new LinkedHashMap<>();

    private ComparisonAbsences(ComparisonReport report) {
        this.report = report;
    }

    /**
     * What is missing for one reason.
     *
     * @param what a few words
     * @param reason why
     */
    private record Group(String what, String reason) {
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        groups.forEach((group, names) -> lines.add(group.what + ": " + String.join(", ", names) + ": " + group.reason));
        return lines;
    }

    /** The same of quantities of averaged states alone. */
    public static List<String> ofStates(ComparisonReport report) {
        ComparisonAbsences absences = new ComparisonAbsences(report);
        report.sampled().states().forEach(absences::add);
        return absences.lines();
    }

    /** Lines without line ends: what is missing, of what, and why. */
    public static List<String> lines(ComparisonReport report) {
        ComparisonAbsences absences = new ComparisonAbsences(report);
        report.sampled().splits().forEach(absences::add);
        report.sampled().states().forEach(absences::add);
        List<String> lines = absences.lines();
        report.exactAbsence().map(Absence::text).ifPresent(text -> lines.add("exact side: not computed: " + text));
        return lines;
    }

    /** A definition with its part, where that is not the whole system. */
    static String name(SplitCurves split) {
        return name(split.definition().name(), split.part());
    }

    private static String name(String name, String part) {
        return part.equals(Definition.SYSTEM) ? name : name + " of " + part;
    }

    private void add(SplitCurves split) {
        Optional<Absence> exact = report.exact().flatMap(e -> curves(e, split)).flatMap(SplitCurves::absence);
        add(name(split), split.absence(), exact);
    }

    private static Optional<SplitCurves> curves(FirstLawCurves side, SplitCurves split) {
        return side.splits().stream().filter(s -> s.definition().name().equals(split.definition().name()) && s.part().equals(split.part())).findFirst();
    }

    private void add(StateCurve state) {
        Optional<Absence> exact = report.exact().flatMap(e -> e.states().stream().filter(s -> s.quantity().name().equals(state.quantity().name()) && s.part().equals(state.part())).findFirst())
                .flatMap(StateCurve::absence);
        add(name(state.quantity().name(), state.part()), state.absence(), exact);
    }

    private void add(String name, Optional<Absence> sampled, Optional<Absence> exact) {
        if (sampled.isPresent() && (exact.isPresent() || report.exact().isEmpty())) {
            boolean isOfTheModel = sampled.get().isFor(Reason.NOT_APPLICABLE) || sampled.get().isFor(Reason.BROKEN_RULE);
            put(isOfTheModel ? NOT_APPLICABLE : NOT_COMPUTED, sampled.get(), name);
        } else {
            sampled.ifPresent(a -> put(NOT_SAMPLED, a, name));
            exact.ifPresent(a -> put(NOT_EXACT, a, name));
        }
    }

    private void put(String what, Absence absence, String name) {
        groups.computeIfAbsent(new Group(what, absence.text()), g -> new LinkedHashSet<>()).add(name);
    }
}
