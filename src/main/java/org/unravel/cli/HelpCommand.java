package org.unravel.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unravel help run} as another way to say {@code unravel run --help}; picocli's own command has options that ours inherits already. */
@Command(name = "help", description = "Show the help of a command.")
final class HelpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "Whose help to show (default: that of the program).")
    private String command;

    @Override
    public Integer call() {
        CommandLine program = spec.parent().commandLine();
        CommandLine wanted = command == null ? program : program.getSubcommands().get(command);
        if (wanted == null) {
            throw new ParameterException(program, Unravel.EXPECTED_COMMAND + ", found '" + command + "'");
        }
        wanted.usage(program.getOut());
        return ExitCode.DONE;
    }
}
