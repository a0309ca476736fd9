package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.EngineSelection;
import org.unravel.engine.Engines;
import org.unravel.engine.SpeedForecast;
import org.unravel.ensemble.RunPlan;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.Engine;

/** A long run says beforehand how long it may take, and which engine would take far less; a short one says nothing. */
class RunForecastTest {

    private List<String> said(long trajectories, double secondsEach, SpeedForecast... others) {
        Engine engine = Engines.create(ModelReader.read("thermal-qubit", Map.of()), new EngineChoice("renewal"));
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out), ProgressDisplay::none, new String[0]);
        List<SpeedForecast> all = new java.util.ArrayList<>(List.of(others));
        all.add(new SpeedForecast("renewal", 0, secondsEach));
        new RunForecast(console, new RunPlan(trajectories, 1, 2, EngineChoice.AUTO), 100).show(new EngineSelection(engine, all, () -> 0));
        return out.toString().lines().toList();
    }

    @Test
    void aShortRunSaysNothing() {
        assertEquals(List.of(), said(1000, 1e-3, new SpeedForecast("grid", 0, 1e-9)));
    }

    @Test
    void aLongRunSaysHowLong() {
        String rest = " with engine renewal on 2 cores; Ctrl-C keeps blocks of 100, of which the first takes about 10 s";
        assertEquals(List.of("forecast: about 50 s for 1000 trajectories" + rest), said(1000, 0.1, new SpeedForecast("grid", 0, 0.04)));
        assertEquals(List.of("forecast: about 50 min for 60000 trajectories" + rest), said(60000, 0.1));
        assertEquals(List.of("forecast: about 14 h for 1000000 trajectories" + rest), said(1_000_000, 0.1));
    }

    @Test
    void anEngineThatTakesFarLessIsNamed() {
        assertEquals("forecast: engine grid would take about 6.0 s: the choice goes by the number of trajectories of the model file; --engine grid takes it",
                said(1000, 0.1, new SpeedForecast("grid", 1, 0.01)).get(1));
    }
}
