package org.unravel.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.modelfile.ModelReader;
import org.unravel.run.FailureText;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one message and an exit code. */
final class Failures {

    private Failures() {
    }

    /** Of a command line that cannot be read. */
    static int refuse(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        tell(err, e instanceof UnmatchedArgumentException unmatched ? message(unmatched) : e.getMessage());
        trace(e, err);
        return ExitCode.WRONG_INPUT;
    }

    private static String message(UnmatchedArgumentException e) {
        String found = e.getUnmatched().get(0);
        if (found.startsWith("-")) {
            String known = meant(found).filter(o -> e.getCommandLine().getCommandSpec().findOption(o) != null).orElseGet(() -> String.join(" or ", e.getSuggestions()));
            return "unknown option '" + found + "'" + (known.isEmpty() ? "; see --help" : "; did you mean " + known + "?");
        }
        if (e.getCommandLine().getParent() == null) {
            if (found.endsWith(".yaml") || Stream.concat(ModelReader.shippedModels().stream(), ModelReader.shippedModelsOfModes().stream()).anyMatch(m -> m.name().equals(found))) {
                return Unravel.EXPECTED_COMMAND + ", found the model '" + found + "'; write: unravel run " + found;
            }
            String near = String.join(" or ", e.getSuggestions());
            return Unravel.EXPECTED_COMMAND + ", found '" + found + "'" + (near.isEmpty() ? "" : "; did you mean " + near + "?");
        }
        return "expected nothing more, found '" + found + "'";
    }

    /** The option that is meant by one of another program. */
    private static Optional<String> meant(String option) {
        String name = option.replaceAll("=.*", "").replaceAll("^-+", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "n", "ntraj", "trajectories", "samples", "shots", "num" -> Optional.of("-n");
            case "out", "output", "dir", "folder", "output-dir" -> Optional.of("-o");
            case "param", "parameter", "set", "parameters" -> Optional.of("-p");
            case "t", "j", "jobs", "cores", "workers" -> Optional.of("--threads");
            case "s", "random-seed" -> Optional.of("--seed");
            case "v", "debug" -> Optional.of("--verbose");
            default -> Optional.empty();
        };
    }

    /** Of a command that was understood. */
    static int report(Exception e, CommandLine command) {
        int code = ExitCode.of(e);
        if (code == ExitCode.INTERRUPTED) {
            // it has been said before the process could end
            return code;
        }
        tell(command.getErr(), code == ExitCode.WRONG_INPUT ? e.getMessage() : "the run failed: " + FailureText.of(e));
        trace(e, command.getErr());
        return code;
    }

    /** Of what no command foresaw, such as memory that ran out. */
    static int report(Error e, PrintWriter err) {
        tell(err, "the run failed: " + FailureText.of(e));
        trace(e, err);
        return ExitCode.RUN_FAILED;
    }

    private static void tell(PrintWriter err, String message) {
        err.println("unravel: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }

    private static void trace(Throwable e, PrintWriter err) {
        if ("1".equals(System.getenv(FailureText.DEBUG))) {
            e.printStackTrace(err);
            err.flush();
        }
    }
}
