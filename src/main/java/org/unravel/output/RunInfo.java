package org.unravel.output;

/**
 * Where a result came from. What stands in the model file and {@code version} are the same for every repetition of a run, the rest may differ.
 *
 * @param modelFile name of the model file without its folder, or name of the shipped model
 * @param modelText what stands in the model file
 * @param normalForm the model as it ran, as a file of its own
 * @param command the command line
 * @param started when, ISO 8601 in UTC
 * @param machine operating system, processors and Java version
 * @param version version of this program
 */
public record RunInfo(String modelFile, String modelText, String normalForm, String command, String started, String machine, String version) {
}
