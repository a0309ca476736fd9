package org.unravel.attack;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The long attack: many random models, in processes of their own so that one which never ends is ended and counted.
 *
 * <p>Arguments: {@code COUNT [FIRST_SEED]} attacks with that many models; {@code --seed SEED} shows one model and what becomes of it.
 */
public final class RandomAttack {

    /** Seconds of the processor, so that it does not depend on what else the machine does. */
    private static final long SECONDS = 40;
    private static final long LOOK_MILLIS = 500;
    private static final int SHOWN = 100;

    private final AtomicLong next;
    private final long last;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final long started = System.nanoTime();
    private int done;

    private RandomAttack(long first, long count) {
        this.next = new AtomicLong(first);
        this.last = first + count - 1;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("--worker")) {
            work();
        } else if (arguments[0].equals("--seed")) {
            show(Long.parseLong(arguments[1]));
        } else {
            long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
            System.exit(attack(first, Long.parseLong(arguments[0])) ? 0 : 1);
        }
    }

    private static void show(long seed) {
        AttackModel model = ModelGenerator.model(seed);
        try {
            model = model.flaw().isEmpty() ? Attack.sized(model, Attack.Size.LONG, Oracle.solve(model, Oracle.Care.ONCE)) : model;
        } catch (OracleFailure e) {
            System.out.println("# oracle: " + e.getMessage());
        }
        System.out.println(model.yaml());
        System.out.println("# " + Attack.with(seed, Attack.Size.LONG).line());
    }

    /** Attacks with the models of some seeds; true if there is no silent wrong answer and no more false alarms than chance allows. */
    static boolean attack(long first, long count) throws InterruptedException {
        RandomAttack attack = new RandomAttack(first, count);
        List<Thread> threads = java.util.stream.IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(i -> new Thread(attack::drive, "attack " + i)).toList();
        threads.forEach(Thread::start);
        for (Thread t : threads) {
            t.join();
        }
        System.out.println(attack.table());
        return attack.counts.keySet().stream().noneMatch(Outcome::isSilent) && AlarmBound.allows(attack.alarms(), attack.done);
    }

    private int alarms() {
        return counts.getOrDefault(Outcome.CHANCE, 0) + counts.getOrDefault(Outcome.FALSE_ALARM, 0);
    }

    private void drive() {
        while (next.get() <= last) {
            try (Worker worker = new Worker()) {
                long seed = next.getAndIncrement();
                while (seed <= last && note(worker.attack(seed))) {
                    seed = next.getAndIncrement();
                }
            } catch (IOException e) {
                throw new IllegalStateException("no process to attack with", e);
            }
        }
    }

    /** False if the process is lost. */
    private synchronized boolean note(Finding finding) {
        counts.merge(finding.outcome(), 1, Integer::sum);
        done++;
        if (finding.outcome().isDefect() || finding.outcome() == Outcome.CHANCE || finding.outcome() == Outcome.NO_ORACLE
                || finding.outcome() == Outcome.SAID_WRONG) {
            System.out.println("seed " + finding.seed() + ": " + finding.outcome() + ": " + finding.detail());
        }
        if (done % SHOWN == 0) {
            System.out.printf("in %d s: %s", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started), table());
        }
        return finding.outcome() != Outcome.TOO_LONG;
    }

    private String table() {
        StringBuilder table = new StringBuilder(String.format("%d models%n", done));
        counts.forEach((o, n) -> table.append(String.format("%7d  %s%n", n, o.text)));
        return table.toString();
    }

    private static void work() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(Attack.with(Long.parseLong(line), Attack.Size.LONG, System.out::println).line());
        }
    }

    /** A process that is given seeds and answers with findings. */
    private static final class Worker implements AutoCloseable {

        private final Process process;
        private final BufferedWriter to;
        private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(100);

        Worker() throws IOException {
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            this.process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "--add-modules", "jdk.incubator.vector", "-Xmx1g",
                    "-XX:+UseSerialGC", "-cp", path, RandomAttack.class.getName(), "--worker")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            this.to = process.outputWriter();
            Thread reader = new Thread(this::read, "findings");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader in = process.inputReader()) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.put(line);
                }
            } catch (IOException e) {
                // the process has been ended
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        Finding attack(long seed) {
            try {
                to.write(seed + "\n");
                to.flush();
                return answer(seed);
            } catch (IOException | InterruptedException e) {
                return new Finding(seed, Outcome.TOO_LONG, "the process has ended: " + e.getMessage());
            }
        }

        private Finding answer(long seed) throws InterruptedException {
            long spent = seconds();
            String stage = "";
            while (process.isAlive() || !lines.isEmpty()) {
                String line = lines.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                var finding = line == null ? Optional.<Finding>empty() : Finding.parse(line);
                if (finding.isPresent()) {
                    return finding.get();
                }
                stage = line == null ? stage : line;
                if (line == null && seconds() - spent > SECONDS) {
                    return new Finding(seed, Outcome.TOO_LONG, "no answer in " + SECONDS + " s, at " + stage);
                }
            }
            return new Finding(seed, Outcome.TOO_LONG, "the process has ended, at " + stage);
        }

        private long seconds() {
            return process.info().totalCpuDuration().map(Duration::toSeconds).orElse(0L);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
