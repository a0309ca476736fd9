/**
 * The commands. The only package that prints or exits; may import every other.
 *
 * <p><b>A tour.</b> {@link Unravel} lists the commands; {@link RunCommand} and its {@link Simulation} are the usual one: they read, run ({@link org.unravel.run.Run}), show ({@link RunDisplay}) and
 * write ({@link ResultFolder}), with {@link PageAndFigures} to look at.
 * {@link CompareCommand} does the same for definitions of heat and work, shown by a {@link ComparisonDisplay}; both have their bar from {@link SamplingDisplay}. {@link SweepCommand} and {@link ReproduceCommand} make many runs. {@link Interruption} is what Ctrl-C does, {@link Failures} what the user is told, {@link ExitCode} what the shell is.
 */
package org.unravel.cli;
