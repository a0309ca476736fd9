package org.unravel.print;

import java.util.ArrayList;
import java.util.List;

import org.unravel.figure.Figure;
import org.unravel.figure.FigureSheet;
import org.unravel.output.RunFile;

/** Figures for print. ħ = k_B = 1 is said once in each file. */
public final class PrintedFigures {

    /** Id of the file of several panels. */
    public static final String OVERVIEW = "overview";

    /** Panels of the overview, at most. */
    public static final int PANELS = 6;

    private PrintedFigures() {
    }

    /**
     * One file for each figure, {@code figures/<id>.svg} or {@code .png}, as wide as a column: 86 mm, and 65 mm high or higher where the legend needs it. Two figures or more have a file
     * {@code figures/overview} beside them, 178 mm wide, with panels (a), (b), … in two columns. Pictures are drawn when a file is written; the same figures give the same
     * bytes on a machine of the same fonts.
     *
     * @param figures with ids of their own, none of them {@link #OVERVIEW}
     * @param panels those of the overview, of which the first {@link #PANELS} are there
     * @param format of all files
     * @throws IllegalArgumentException if two files would have one name
     */
    public static List<RunFile> files(List<Figure> figures, List<Figure> panels, Format format) {
        List<RunFile> files = new ArrayList<>();
        for (Figure figure : figures) {
            files.add(file(figure.id(), format, out -> Sheet.of(figure).write(format, out)));
        }
        if (figures.size() > 1) {
            List<Figure> first = panels.subList(0, Math.min(PANELS, panels.size()));
            files.add(file(OVERVIEW, format, out -> Sheet.of(OVERVIEW, first).write(format, out)));
        }
        if (files.stream().map(RunFile::name).distinct().count() < files.size()) {
            throw new IllegalArgumentException("expected figures of different ids, none of them '" + OVERVIEW + "', found " + figures.stream().map(Figure::id).toList());
        }
        return files;
    }

    /** The same with an overview of the first figures. */
    public static List<RunFile> files(List<Figure> figures, Format format) {
        return files(figures, figures, format);
    }

    /** One file for each sheet, {@code figures/<id>.svg} or {@code .png}, with panels (a), (b), … in two columns, 178 mm wide; a sheet of one panel is as wide as a column. */
    public static List<RunFile> sheets(List<FigureSheet> sheets, Format format) {
        return sheets.stream().map(s -> file(s.id(), format, out -> (s.panels().size() > 1 ? Sheet.of(s) : Sheet.of(s.panels().get(0).withId(s.id()))).write(format, out))).toList();
    }

    static RunFile file(String id, Format format, RunFile.Content content) {
        return new RunFile("figures/" + id + "." + format.word(), content);
    }
}
