package org.unravel.output;

import java.util.Optional;

/**
 * Where a result came from. What stands in the model file and {@code version} are the same for every repetition of a run, the rest may differ.
 *
 * @param modelFile name of the model file without its folder, or name of the shipped model
 * @param modelText what stands in the model file; empty where a program has made the model
 * @param normalForm the model as it ran, as a file of its own; empty with the text
 * @param trajectories the same without what changes no trajectory, for the identity of the run ({@link RunIdentity}); empty with the text
 * @param command the command line
 * @param started when, ISO 8601 in UTC
 * @param machine operating system, processors and Java version
 * @param version version of this program
 */
public record RunInfo(String modelFile, String modelText, String normalForm, String trajectories, String command, String started, String machine, String version) {

    /** Of a run by a program other than the command line, which says no more than the name of the model. */
    public static RunInfo ofProgram(String model) {
        return new RunInfo(model, "", "", "", "", "", "", programVersion());
    }

    /** Version of this program from the manifest of the jar; {@code development} where there is none. */
    public static String programVersion() {
        return Optional.ofNullable(RunInfo.class.getPackage().getImplementationVersion()).orElse("development");
    }

    /** True if the model comes with its text; that of a program has none. */
    boolean hasModelText() {
        return !normalForm.isEmpty();
    }
}
