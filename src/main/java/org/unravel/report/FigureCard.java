package org.unravel.report;

import org.unravel.figure.Figure;

/** The frame of a figure: title, the place where it is drawn, legend, caption, and its numbers behind a fold. */
final class FigureCard {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_CAPTION = 1000;

    private FigureCard() {
    }

    /**
     * Writes it.
     *
     * @param index place of the figure in the data of the page
     */
    static void write(Figure figure, int index, Html html) {
        String title = ShownText.of(figure.title(), LONGEST_TITLE);
        String caption = ShownText.of(figure.caption(), LONGEST_CAPTION);
        html.open("figure", "class", "card", "id", "figure-" + figure.id());
        html.element("h3", title);
        html.open("div", "class", "plot", "data-figure", Integer.toString(index), "role", "img", "tabindex", "0", "aria-label", title + ". " + caption).close("div");
        html.open("div", "class", "legend").close("div");
        html.open("figcaption").text(caption);
        int all = FigureData.longestThinned(figure);
        if (all > 0) {
            html.text(" Drawn from " + FigureData.MOST_POINTS + " of " + all + " points, evenly spread.");
        }
        html.close("figcaption");
        html.open("details").element("summary", "Numbers");
        NumberTable.write(figure, html);
        html.close("details").close("figure");
    }
}
