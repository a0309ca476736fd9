package org.unravel.benchmarks;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How much to measure; costs are in {@code benchmarks/README.md}. */
enum Preset {

    /** Every benchmark once and far too short: shows that all of them work. */
    SMOKE(1, 0, 1, 50) {
        @Override
        void limit(ChainedOptionsBuilder options) {
            options.param("dimension", "4").param("blockSize", "2").param("workload", "w1").param("run", "w1 grid", "w1 renewal").param("divisions", "2")
                    .param("kernel", "vector").param("apart", "1").param("recorded", "heats").param("engine", "grid").param("structure", "flips", "ladder");
        }
    },
    /** A few dimensions, short: for a look while working. */
    QUICK(1, 5, 3, 500) {
        @Override
        void limit(ChainedOptionsBuilder options) {
            options.param("dimension", "4", "8", "40", "128").param("blockSize", "2", "4");
        }
    },
    /** Everything: for results that are kept. */
    STANDARD(1, 5, 5, 1000),
    /** Everything, three Java machines each: for claims about small differences. */
    FULL(3, 10, 10, 1000);

    private final int forks;
    private final int warmupIterations;
    private final int iterations;
    private final int milliseconds;

    Preset(int forks, int warmupIterations, int iterations, int milliseconds) {
        this.forks = forks;
        this.warmupIterations = warmupIterations;
        this.iterations = iterations;
        this.milliseconds = milliseconds;
    }

    /** Sets numbers and times. */
    void applyTo(ChainedOptionsBuilder options) {
        TimeValue time = TimeValue.milliseconds(milliseconds);
        options.forks(forks).warmupIterations(warmupIterations).warmupTime(time).measurementIterations(iterations).measurementTime(time);
        limit(options);
    }

    /** Leaves out parameters; by default none. */
    void limit(ChainedOptionsBuilder options) {
        // all parameters of the annotations
    }
}
