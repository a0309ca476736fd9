package org.unravel.cli;

import java.io.PrintStream;
import java.util.Locale;

/** A line on a terminal that says what is waited for and since when; not before a second has passed, and gone when closed. */
final class WaitingLine implements ProgressDisplay {

    private static final long MILLIS = 1000;

    private final PrintStream terminal;
    private final String task;
    private final Thread thread = new Thread(this::show, "waiting");
    private boolean closed;
    private int width;

    private WaitingLine(PrintStream terminal, String task) {
        this.terminal = terminal;
        this.task = task;
    }

    static WaitingLine on(PrintStream terminal, String task) {
        WaitingLine line = new WaitingLine(terminal, task);
        line.thread.setDaemon(true);
        line.thread.start();
        return line;
    }

    private synchronized void show() {
        try {
            for (int seconds = 1; !closed; seconds++) {
                wait(MILLIS);
                if (!closed) {
                    String text = String.format(Locale.ROOT, "computing the %s, %d s; Ctrl-C keeps what is sampled", task, seconds);
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
