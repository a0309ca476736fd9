/**
 * One way to run, for the command line and for programs: {@link org.unravel.run.Run} samples a model, solves its exact ensemble beside that, judges, and hands all of it over; it
 * prints and writes nothing by itself.
 *
 * <pre>{@code
 * Model model = ModelReader.read("my-qubit.yaml", Map.of("Omega", "0.3"));
 * RunOutcome outcome = Run.of(model).with(new RunPlan(10_000, 1, 2, EngineChoice.AUTO)).execute();
 * double work = outcome.quantity("work").mean();
 * double[] heat = outcome.curve("heat").mean();
 * List<Distribution.Bin> quanta = outcome.distribution("heat.counted").bins();
 * ValidationReport.Verdict verdict = outcome.verdict().orElseThrow();
 * outcome.write(Path.of("out/my-qubit"));
 * }</pre>
 *
 * <p>Read first {@link org.unravel.run.Run} (the order of things), then {@link org.unravel.run.RunOutcome} (what comes of it) and {@link org.unravel.run.RunListener} (what is told on the
 * way); {@code ExactEnsemble} has what is solved exactly, and what becomes of it where it cannot be. Imports everything but the command line.
 */
package org.unravel.run;
