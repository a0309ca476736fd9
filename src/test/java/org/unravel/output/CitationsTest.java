package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.unravel.engine.EngineChoice;
import org.unravel.modelfile.ModelReader;
import org.unravel.run.ExactChoice;
import org.unravel.run.Run;

/** A run names the works that it rests on, and no others. */
class CitationsTest {

    private static RunReport report(String model, ExactChoice exact) {
        return Run.of(ModelReader.readShipped(model, Map.of())).trajectories(200).with(exact).execute().report();
    }

    @Test
    void onlyWhatIsUsed() {
        List<Citation> exchange = Citations.of(report("heat-exchange", ExactChoice.ON));
        assertTrue(exchange.containsAll(List.of(Citation.UNRAVEL, Citation.JARZYNSKI_WOJCIK, Citation.ESPOSITO, Citation.HOLM, Citation.DALIBARD)));
        assertFalse(exchange.contains(Citation.HESTERBERG));
        List<Citation> rare = Citations.of(report("rare-heat", ExactChoice.OFF));
        assertTrue(rare.contains(Citation.HESTERBERG));
        assertEquals(rare.size(), rare.stream().distinct().count());
        List<Citation> noise = Citations.of(report("tilted-dephasing", ExactChoice.OFF));
        assertFalse(noise.contains(Citation.ESPOSITO) || noise.contains(Citation.JARZYNSKI_WOJCIK) || noise.contains(Citation.HAIRER_NORSETT));
    }

    @Test
    void everyEngineHasOne() {
        for (String engine : EngineChoice.words()) {
            assertTrue(engine.equals("auto") || Citations.ENGINES.containsKey(engine), engine);
        }
    }

    @Test
    void entriesAreBibtex() throws IOException {
        StringWriter out = new StringWriter();
        Citations.write(report("thermal-qubit", ExactChoice.ON), out);
        String text = out.toString();
        assertEquals(text.chars().filter(c -> c == '{').count(), text.chars().filter(c -> c == '}').count());
        assertTrue(Pattern.compile("@article\\{Lindblad1976,\\n  author = \\{Lindblad, G\\.\\},").matcher(text).find(), text);
        assertEquals(Citation.values().length, Arrays.stream(Citation.values()).map(Citation::bibtex).map(b -> b.substring(0, b.indexOf(','))).distinct().count());
    }
}
