package org.unravel.cli;

import java.io.PrintStream;
import java.util.Locale;

/** A line on a terminal that says what is waited for and since when; not before a second has passed, and gone when closed. */
final class WaitingLine implements ProgressDisplay {

    private static final long MILLIS = 1000;

    private final PrintStream terminal;
    private final String task;
    private final String kept;
    private final Thread thread = new Thread(this::show, "waiting");
    private boolean closed;
    private int width;

    private WaitingLine(PrintStream terminal, String task, String kept) {
        this.terminal = terminal;
        this.task = task;
        this.kept = kept;
    }

    /** What is waited for, and what is left of it if the process is told to end. */
    static WaitingLine on(PrintStream terminal, String task, String kept) {
        WaitingLine line = new WaitingLine(terminal, task, kept);
        line.thread.setDaemon(true);
        line.thread.start();
        return line;
    }

    private synchronized void show() {
        try {
            for (int seconds = 1; !closed; seconds++) {
                wait(MILLIS);
                if (!closed) {
                    String text = String.format(Locale.ROOT, "computing the %s, %d s; Ctrl-C keeps what %s", task, seconds, kept);
                    width = text.length();
                    terminal.print("\r" + text);
                    terminal.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void advanced(long doneTrajectories, long totalTrajectories) {
        // nobody knows how far it is
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        if (width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
        }
    }
}
