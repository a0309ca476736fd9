package org.unravel.output;

/**
 * Where a result came from. Of these only {@code modelFile} and {@code version} are the same for every repetition of a run.
 *
 * @param modelFile name of the model file without its folder, or name of the shipped model
 * @param command the command line
 * @param started when, ISO 8601 in UTC
 * @param machine operating system, processors and Java version
 * @param version version of this program
 */
public record RunInfo(String modelFile, String command, String started, String machine, String version) {
}
