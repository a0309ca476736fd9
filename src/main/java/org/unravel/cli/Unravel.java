package org.unravel.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code unravel}. */
@Command(name = "unravel", versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND",
        description = "Heat and work of driven open quantum systems, one quantum-jump trajectory at a time.",
        footer = {"", "Exit codes: 0 done, 1 a validation failed, 2 the input is wrong, 3 the run failed, 130 interrupted, 143 ended by a signal."})
public final class Unravel implements Callable<Integer> {

    /** Set by the launcher when stderr is a terminal. */
    private static final String TERMINAL = "unravel.terminal";

    static final String EXPECTED_COMMAND = "expected a command: run, validate, explain, steady, models, compare, calibrate, sweep, reproduce or convert";

    private static final List<String> UNBUILT = List.of("merge");

    @Spec
    private CommandSpec spec;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    private Unravel() {
    }

    /**
     * Runs one command and exits with its code.
     *
     * @param arguments the command line (the guide)
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Function<String, ProgressDisplay> progress = Boolean.getBoolean(TERMINAL) ? task -> ProgressDisplay.on(err, task) : ProgressDisplay::none;
        System.exit(execute(arguments, new PrintWriter(out, true, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8), progress));
    }

    /** Runs one command and returns its exit code. */
    static int execute(String[] arguments, PrintWriter out, PrintWriter err, Function<String, ProgressDisplay> progress) {
        try {
            int code = commandLine(new Console(out, progress, arguments), arguments).setOut(out).setErr(err).execute(arguments);
            if (out.checkError()) {
                // a closed or full output swallows what was shown
                err.println("unravel: the run failed: standard output cannot be written");
                return ExitCode.RUN_FAILED;
            }
            return code;
        } catch (Error e) {
            return Failures.report(e, err);
        }
    }

    /** Of a command that is named first nothing else is needed, and a seventh of the start-up is saved: picocli reads the annotations of all there are. */
    private static CommandLine commandLine(Console console, String[] arguments) {
        Map<String, Supplier<Object>> commands = commands(console);
        CommandLine line = new CommandLine(new Unravel());
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            line.addSubcommand(arguments[0], commands.get(arguments[0]).get());
        } else {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
            line.addSubcommand(new HelpCommand());
            UNBUILT.forEach(name -> line.addSubcommand(name, new UnbuiltCommand()));
        }
        return line.setExpandAtFiles(false).setParameterExceptionHandler(Failures::refuse)
                .setExecutionExceptionHandler((e, command, parsed) -> Failures.report(e, command));
    }

    private static Map<String, Supplier<Object>> commands(Console console) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("run", () -> new RunCommand(console));
        commands.put("validate", () -> new ValidateCommand(console));
        commands.put("explain", () -> new ExplainCommand(console));
        commands.put("steady", () -> new SteadyCommand(console));
        commands.put("models", () -> new ModelsCommand(console));
        commands.put("compare", () -> new CompareCommand(console));
        commands.put("calibrate", () -> new CalibrateCommand(console));
        commands.put("sweep", () -> new SweepCommand(console));
        commands.put("reproduce", () -> new ReproduceCommand(console));
        commands.put("convert", () -> new ConvertCommand(console));
        return commands;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), EXPECTED_COMMAND + "; see unravel --help");
    }
}
