package org.unravel.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.figure.FigureSheet.Legend;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Definition;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.model.Bath;

/** The figures of a comparison of definitions: for each part one sheet of its shares, a panel each, and one of what the averaged state says; heats of several baths on one more. */
public final class ComparisonFigures {

    static final String DEFINITIONS = "definitions.csv";

    private static final String KEY = " Lines are exact, marks with bars of one standard error are sampled, open where a warning stands in place of trust.";
    private static final String KEY_WITHOUT_EXACT = " Lines with bands of one standard error are sampled, pale where a warning stands in place of trust.";

    private final ComparisonReport report;
    private final List<SplitCurves> known;
    private final List<String> definitions;

    private ComparisonFigures(ComparisonReport report) {
        this.report = report;
        this.known = report.sampled().splits().stream().filter(s -> report.absence(s).isEmpty()).toList();
        this.definitions = known.stream().map(s -> s.definition().name()).distinct().toList();
    }

    /** All sheets for which a comparison has something to show, in the order in which they are looked at. Nothing is computed anew. */
    public static List<FigureSheet> of(ComparisonReport report) {
        ComparisonFigures figures = new ComparisonFigures(report);
        List<FigureSheet> sheets = new ArrayList<>();
        figures.known.stream().filter(s -> report.bath(s).isEmpty()).map(SplitCurves::part).distinct().forEach(part -> sheets.add(figures.ofPart(part)));
        figures.ofBaths().ifPresent(sheets::add);
        sheets.addAll(new AveragedStateFigures(report).sheets());
        return List.copyOf(sheets);
    }

    /** How the forms of the series are to be read. */
    static String key(ComparisonReport report) {
        return report.exact().isPresent() ? KEY : KEY_WITHOUT_EXACT;
    }

    private FigureSheet ofPart(String part) {
        List<SplitCurves> splits = known.stream().filter(s -> s.part().equals(part)).toList();
        List<Figure> panels = Stream.of(Share.values()).flatMap(share -> panel("definitions-" + RunFigures.id(part), name(share) + of(part), share, splits).stream()).toList();
        String caption = "Change of energy dU" + of(part) + " since the start, split into heat Q and work W" + (panels.size() > 3 ? ", and a third share C," : "") + " by each definition, positive into the part.";
        return new FigureSheet("definitions-" + RunFigures.id(part), "Heat and work by definition" + of(part), caption + key(report), panels, Legend.SHARED);
    }

    private static String of(String part) {
        return part.equals(Definition.SYSTEM) ? "" : " of part " + part;
    }

    private static String name(Share share) {
        return switch (share) {
            case CHANGE -> "Change of energy";
            case HEAT -> "Heat";
            case WORK -> "Work";
            case REMAINDER -> "Third share";
        };
    }

    private Optional<Figure> panel(String sheet, String title, Share share, List<SplitCurves> splits) {
        RivalSeries rivals = new RivalSeries(report);
        splits.forEach(s -> rivals.add(s.definition().name(), definitions.indexOf(s.definition().name()), definitions.size(), s.share(share), report.exactOf(s).flatMap(e -> e.share(share))));
        return rivals.figure(sheet + "-" + share.word().toLowerCase(java.util.Locale.ROOT), title, title + " by definition.", Axis.linear(share.word(), "energy"), DEFINITIONS);
    }

    /** A panel for each bath of several; of a single one the heat is that of the system. */
    private Optional<FigureSheet> ofBaths() {
        List<Bath> baths = known.stream().flatMap(s -> report.bath(s).stream()).distinct().toList();
        if (baths.size() < 2) {
            return Optional.empty();
        }
        List<Figure> panels = new ArrayList<>();
        for (Bath bath : baths) {
            panel("baths-" + panels.size(), "Heat from bath " + bath.name(), Share.HEAT, known.stream().filter(s -> report.bath(s).filter(bath::equals).isPresent()).toList()).ifPresent(panels::add);
        }
        return Optional.of(new FigureSheet("heats-of-baths", "Heat of each bath by definition", "What each bath gave, by the definitions that tell baths apart." + key(report), panels, Legend.SHARED));
    }
}
