/**
 * One way to run, for the command line and for programs: {@link org.unravel.run.Run} samples a model, solves its exact ensemble beside that, judges, and hands all of it over; it
 * prints and writes nothing by itself. {@link org.unravel.run.Trajectories} shows single trajectories of the same sample, {@link org.unravel.run.SweepPoint} what a
 * model comes to at one point of a sweep.
 *
 * <pre>{@code
 * import java.nio.file.Path;
 * import java.util.*;
 * import org.unravel.model.Model;
 * import org.unravel.modelfile.ModelReader;
 * import org.unravel.run.*;
 * import org.unravel.statistics.Distribution;
 *
 * Model model = ModelReader.read("thermal-qubit", Map.of("Gamma", "0.1"));
 * RunOutcome outcome = Run.of(model).trajectories(2000).seed(1).execute();
 * double mean = outcome.quantity("heat").mean();
 * double[] heat = outcome.curve("heat").mean();
 * double[] exact = outcome.exactCurve("heat").orElseThrow();
 * List<Distribution.Bin> quanta = outcome.distribution("heat.counted").bins();
 * System.out.println(outcome.verdict().orElseThrow());
 * outcome.write(Path.of("out/thermal-qubit"));
 * Trajectories.of(model).seed(1).count(10).watch(new TrajectoryListener() { });
 * }</pre>
 *
 * <p>A model is read by {@code ModelReader} or built by {@code ModelBuilder}; the guide has a page for programs (java.md). Read first {@link org.unravel.run.Run} (the order of
 * things), then {@link org.unravel.run.RunOutcome} (what comes of it), {@link org.unravel.run.RunListener} (what is told on the way) and {@link org.unravel.run.TrajectoryListener};
 * {@code ExactEnsemble} has what is solved exactly, and what becomes of it where it cannot be. Imports everything but the command line.
 */
package org.unravel.run;
