package org.unravel.cli;

import org.unravel.output.RunInfo;

import picocli.CommandLine.IVersionProvider;

/** Version of the program, and on what it runs. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"unravel " + number() + " (" + machine() + ")"};
    }

    /** From the manifest of the jar; {@code development} where there is none. */
    static String number() {
        return RunInfo.programVersion();
    }

    static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors()
                + " processors, Java " + System.getProperty("java.version");
    }
}
