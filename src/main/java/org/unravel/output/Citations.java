package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.unravel.model.BathOrigin;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.Model;
import org.unravel.model.WeightSign;

/** The works that a run rests on: {@code citations.bib}. */
public final class Citations {

    static final String NAME = "citations.bib";

    /** Of each engine, by its name. */
    static final Map<String, Citation> ENGINES = Map.of("grid", Citation.HAIRER_WANNER, "sparse", Citation.AL_MOHY, "renewal", Citation.SAAD, "ladder", Citation.MOLER,
            "martingale", Citation.TREFETHEN);

    private Citations() {
    }

    /** Those of a run, this program first; only what it has used. */
    public static List<Citation> of(RunReport report) {
        List<Citation> all = new ArrayList<>(List.of(Citation.UNRAVEL, Citation.GORINI, Citation.LINDBLAD, Citation.ALICKI));
        if (!report.model().channels().isEmpty()) {
            all.addAll(List.of(Citation.DALIBARD, Citation.PLENIO, Citation.ELOUARD));
        }
        all.addAll(equations(report.model()));
        if (ENGINES.containsKey(report.result().engine())) {
            all.add(ENGINES.get(report.result().engine()));
        }
        if (report.model().unraveling().weights() == WeightSign.SIGNED) {
            all.add(Citation.DONVIL);
        } else if (report.result().weights().isPresent()) {
            all.add(Citation.HESTERBERG);
        }
        if (report.exact().isPresent()) {
            all.add(Citation.HAIRER_NORSETT);
        }
        if (!report.counting().distributions().isEmpty()) {
            all.add(Citation.ESPOSITO);
        }
        if (report.counting().waitingTimes().isPresent()) {
            all.add(Citation.LANDI);
        }
        if (report.counting().jumpRecords().correlations().isPresent()) {
            all.add(Citation.LAX);
        }
        if (report.model().isMeasured()) {
            all.addAll(List.of(Citation.TALKNER, Citation.JARZYNSKI));
        }
        if (report.result().fluctuations().exchange().isPresent()) {
            all.add(Citation.JARZYNSKI_WOJCIK);
        }
        if (report.validation().isPresent()) {
            all.add(Citation.HOLM);
        }
        return all;
    }

    /** Those of a comparison of definitions, this program first: only what it has used. */
    public static List<Citation> of(ComparisonRun run) {
        List<Citation> all = new ArrayList<>(List.of(Citation.UNRAVEL));
        run.report().model().withSpace().ifPresent(model -> all.addAll(ofSpace(model, run)));
        run.report().sampled().splits().stream().filter(s -> run.report().absence(s).isEmpty()).flatMap(s -> Citation.withDoi(s.definition().source().doi()).stream()).distinct().forEach(all::add);
        return all.stream().distinct().toList();
    }

    /** What a model with a space rests on: its master equation, and how that is solved and unraveled. */
    private static List<Citation> ofSpace(Model model, ComparisonRun run) {
        List<Citation> all = new ArrayList<>(List.of(Citation.GORINI, Citation.LINDBLAD));
        if (!model.channels().isEmpty()) {
            all.addAll(List.of(Citation.DALIBARD, Citation.PLENIO));
        }
        all.addAll(equations(model));
        if (ENGINES.containsKey(run.origin().engine())) {
            all.add(ENGINES.get(run.origin().engine()));
        }
        if (model.unraveling().weights() == WeightSign.SIGNED) {
            all.add(Citation.DONVIL);
        }
        if (run.report().exact().isPresent()) {
            all.add(Citation.HAIRER_NORSETT);
        }
        return all;
    }

    private static List<Citation> equations(Model model) {
        List<MasterEquationKind> kinds = model.baths().stream().flatMap(b -> b.origin().stream()).map(BathOrigin::equation).distinct().sorted().toList();
        List<Citation> all = new ArrayList<>(kinds.isEmpty() ? List.of() : List.of(Citation.DAVIES));
        kinds.forEach(kind -> {
            switch (kind) {
                case GLOBAL -> { }
                case FLOQUET -> all.add(Citation.SZCZYGIELSKI);
                case LOCAL -> all.add(Citation.LEVY);
                case ADIABATIC -> all.add(Citation.ALBASH);
            }
        });
        return all;
    }

    static void write(RunReport report, Writer out) throws IOException {
        write("% What this run rests on: the program, the theory, the engine, the tests and relations that it has used.\n", of(report), out);
    }

    static void write(ComparisonRun run, Writer out) throws IOException {
        write("% What this comparison rests on: the program, the theory, the engine and the definitions that apply.\n", of(run), out);
    }

    private static void write(String heading, List<Citation> citations, Writer out) throws IOException {
        out.write(heading);
        for (Citation citation : citations) {
            out.write("\n" + citation.bibtex());
        }
    }
}
