package org.unravel.figure;

import java.util.List;

/**
 * Several figures that are looked at together: panels of one sheet in print, cards under one heading on a page.
 *
 * @param id for links and file names, as of a {@link Figure}
 * @param title a few words
 * @param caption what the panels have in common; a sentence or two for people
 * @param panels in their order, at least one, with ids of their own
 * @param legend whether a series of one name looks the same in all panels, so that they need one legend
 */
public record FigureSheet(String id, String title, String caption, List<Figure> panels, Legend legend) {

    /** Where names are told. */
    public enum Legend {
        /** Once for all panels. */
        SHARED,
        /** In each panel. */
        OF_EACH_PANEL
    }

    /** Copies the list. */
    public FigureSheet {
        panels = List.copyOf(panels);
    }
}
