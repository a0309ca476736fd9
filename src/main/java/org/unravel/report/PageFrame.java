package org.unravel.report;

import java.util.List;

import org.unravel.figure.Figure;

/** What the pages of all commands have in common: the head with what may run, figures as cards, and the two scripts. */
final class PageFrame {

    private static final String UNITS = "Units: ħ = k_B = 1, so energies are in the unit of the model and times in its inverse.";
    private static final String KEYS = "Drag over a figure to zoom, double-click to see all again; a name in the legend hides or shows its curve. In a figure with the focus the arrow keys move the "
            + "cursor, ten points at a time with Shift, and Escape leaves. ";

    private PageFrame() {
    }

    static void open(String title, String version, Html html) {
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        html.open("head").open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + PageResource.STYLE.source() + "; script-src "
                + PageResource.UPLOT_SCRIPT.source() + " " + PageResource.SCRIPT.source());
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.open("meta", "name", "generator", "content", "unravel " + version);
        html.element("title", title + " – unravel");
        html.open("style").raw(PageResource.STYLE.text()).close("style");
        html.close("head");
        html.open("body").open("main");
    }

    /** Ends the page; its scripts draw these figures. */
    static void close(List<Figure> figures, Html html) {
        html.element("p", "", "id", "status", "class", "hidden", "role", "status");
        html.close("main");
        if (!figures.isEmpty()) {
            html.open("script", "type", "application/json", "id", "figures-data").raw(FigureData.json(figures)).close("script");
            html.open("script").raw(PageResource.UPLOT_SCRIPT.text()).close("script");
            html.open("script").raw(PageResource.SCRIPT.text()).close("script");
        }
        html.close("body");
        html.close("html");
    }

    /** The heading of the figures; what marks mean is said in a sentence. */
    static void figuresHeading(List<Figure> figures, String marks, String without, Html html) {
        html.element("h2", "Figures", "id", "figures").element("p", UNITS, "class", "muted");
        if (figures.isEmpty()) {
            html.element("p", without, "class", "muted");
            return;
        }
        html.element("p", KEYS + marks, "class", "muted keys");
        html.element("noscript", "The figures need JavaScript; their numbers are behind the folds.");
    }

    /** Figures side by side, the first of them in such a place of the data of the page. */
    static void cards(List<Figure> figures, int from, Html html) {
        html.open("div", "class", "cards");
        for (int f = 0; f < figures.size(); f++) {
            FigureCard.write(figures.get(f), from + f, html);
        }
        html.close("div");
    }
}
