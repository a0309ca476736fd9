package org.unravel.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A command that is documented and not built yet; takes whatever follows, so that the refusal is about the command. */
@Command(hidden = true)
final class UnbuiltCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Unmatched
    private List<String> ignored;

    @Override
    public Integer call() {
        throw new InputException("'" + spec.name() + "' is not built yet");
    }
}
