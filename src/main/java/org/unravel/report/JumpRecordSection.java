package org.unravel.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unravel.ensemble.PassageTimes;
import org.unravel.ensemble.WordRate;
import org.unravel.exact.PassageProbabilities;
import org.unravel.model.Quantity;
import org.unravel.model.WeightSign;
import org.unravel.output.Measured;
import org.unravel.output.RunReport;
import org.unravel.statistics.Distribution.Bin;

/** Tables of what a model asks to be counted of the records of jumps, where figures say too little: passages and words. */
final class JumpRecordSection {

    /** More words are for a file. */
    private static final int MOST_WORDS = 40;

    private final RunReport report;
    private final Html html;

    JumpRecordSection(RunReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    void write() {
        List<PassageTimes> passages = report.result().jumpRecords().passages();
        List<WordRate> words = report.result().jumpRecords().words();
        if (passages.isEmpty() && words.isEmpty()) {
            return;
        }
        html.element("h2", "Records of jumps", "id", "jump-records");
        if (!passages.isEmpty()) {
            begin("", report.model().unraveling().weights() == WeightSign.SIGNED ? "share of weights that come to it" : "come to it", "exact", "mean time of these", "exact");
            passages.forEach(this::passage);
            end();
        }
        if (!words.isEmpty()) {
            words(words);
        }
    }

    private void begin(String... heads) {
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        Stream.of(heads).forEach(h -> html.element("th", h, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
    }

    private void end() {
        html.close("tbody").close("table").close("div");
    }

    private void row(String name, List<String> cells) {
        html.open("tr").element("th", name, "scope", "row");
        cells.forEach(cell -> html.element("td", cell, "class", "nowrap"));
        html.close("tr");
    }

    private void passage(PassageTimes passage) {
        String name = Quantity.passage(passage.passage());
        Bin never = passage.never();
        Optional<PassageProbabilities> exact = Optional.ofNullable(report.counting().jumpRecords().passages().get(name));
        row(ShownText.of(name) + ": jump " + passage.passage().number() + " of " + ShownText.of(passage.passage().channel()),
                List.of(never.standardError() > 0 ? Measured.withError(1 - never.probability(), never.standardError()) : Measured.number(1 - never.probability()), exact.map(e -> Measured.number(1 - e.never())).orElse("-"),
                        Measured.withError(passage.times().mean(), passage.times().standardError()), exact.map(e -> Measured.number(e.mean())).orElse("-")));
    }

    /** The most frequent ones of each length, in their order. */
    private void words(List<WordRate> all) {
        int[] shown = IntStream.range(0, all.size()).boxed().sorted(Comparator.comparingDouble(w -> -Math.abs(all.get(w).rate()))).limit(MOST_WORDS).mapToInt(w -> w).sorted().toArray();
        html.element("p", "How often jumps follow one another with no other between them.", "class", "muted");
        begin("jumps in succession", "per time", "exact", "z");
        for (int w : shown) {
            WordRate word = all.get(w);
            Optional<Double> exact = report.counting().jumpRecords().words().map(r -> r.rates()[w]);
            double z = exact.map(e -> (word.rate() - e) / word.standardError()).orElse(Double.NaN);
            row(String.join(", ", word.word().stream().map(ShownText::of).toList()), List.of(Measured.withError(word.rate(), word.standardError()), exact.map(Measured::number).orElse("-"),
                    Double.isFinite(z) ? String.format(Locale.ROOT, "%+.2f", z) : "-"));
        }
        end();
        if (shown.length < all.size()) {
            html.element("p", "The " + shown.length + " most frequent of " + all.size() + "; all of them are in words.csv.", "class", "muted");
        }
    }
}
