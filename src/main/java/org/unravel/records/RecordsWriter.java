package org.unravel.records;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.unravel.ensemble.RecordPlan;
import org.unravel.ensemble.TrajectoryRecords;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.output.RunInfo;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.WritableNode;

/**
 * Writes an HDF5 file of records (the guide) with memory for one chunk of every dataset.
 *
 * <p>The file is written twice around its data. First it is written without a row: that leaves room in front for all headers, whose size does not depend on the number of rows. Chunks then
 * go behind that as they get full. At last the headers are written again in their place, and the lists of chunks at the end. Until then it is no HDF5 file with rows. Not safe for threads.
 */
final class RecordsWriter implements AutoCloseable {

    /** Another number for every change of what is in the file, and where. */
    static final int FORMAT = 1;
    static final String UNITS = "hbar = k_B = 1: energies in the unit of the Hamiltonian, times in its inverse";
    static final String TRAJECTORIES = "trajectories";
    static final String OBSERVABLES = "observables";
    static final String JUMPS = "jumps";
    static final String CHANNELS = "channels";
    static final String MODEL = "model";
    static final String JUMP_START = "jump_start";
    static final String TIME = "time";
    static final String CHANNEL = "channel";
    static final String HEAT = "heat";
    /** What a jump of a channel brings, where some bring any. */
    static final String PARTICLES = "particles";
    static final String NAME = "name";
    static final String UNIT = "unit";
    /** HDF5 takes no attribute of 64 KiB, and jHDF does not say so. */
    private static final int LONGEST_ATTRIBUTE = 1000;
    private static final double[] NUMBERS = {0};

    private final Path path;
    private final RecordPlan plan;
    private final RunInfo info;
    private final FileChannel file;
    private final ChunkStore store;
    private final ChunkEncoder encoder = new ChunkEncoder();
    private final List<Column> values = new ArrayList<>();
    private Column jumpStart;
    private Column jumpTime;
    private Column jumpChannel;
    private Column jumpHeat;
    private Column channelNames;
    private long trajectories;
    private long jumps;

    /** Makes the file; {@code tampering} may replace the place where chunks go. */
    RecordsWriter(Path path, RecordPlan plan, RunInfo info, UnaryOperator<ChunkStore> tampering) throws IOException {
        this.path = path;
        this.plan = plan;
        this.info = info;
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try {
            store = tampering.apply(ChunkStore.endOf(file));
            writeHeaders();
            jumpStart.add(0L);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Writes all headers as of now. Columns are made by the first call. */
    private void writeHeaders() {
        boolean isFirst = values.isEmpty();
        try (WritableHdfFile hdf = HdfFile.write(path)) {
            hdf.putAttribute("format", FORMAT);
            hdf.putAttribute("seed", plan.seed());
            hdf.putAttribute("version", attribute(info.version()));
            hdf.putAttribute("units", UNITS);
            hdf.putAttribute("model", attribute(plan.model().name()));
            hdf.putAttribute("trajectories", trajectories);
            String text = info.normalForm().isEmpty() ? "# " + plan.model().name() + " was made by a program and has no text" : info.normalForm();
            unit(hdf.putDataset(MODEL, text), "text");
            WritableGroup ofTrajectories = hdf.putGroup(TRAJECTORIES);
            WritableGroup ofObservables = hdf.putGroup(OBSERVABLES);
            WritableGroup ofJumps = hdf.putGroup(JUMPS);
            WritableGroup ofChannels = hdf.putGroup(CHANNELS);
            if (isFirst) {
                makeValues(ofTrajectories, ofObservables);
                makeJumps(ofTrajectories, ofJumps, ofChannels);
            }
            values.subList(0, plan.quantities().size()).forEach(c -> ofTrajectories.putDataset(c.getName(), c));
            values.subList(plan.quantities().size(), values.size()).forEach(c -> ofObservables.putDataset(c.getName(), c));
            ofTrajectories.putDataset(JUMP_START, jumpStart);
            ofJumps.putDataset(TIME, jumpTime);
            ofJumps.putDataset(CHANNEL, jumpChannel);
            if (plan.hasHeatOfJumps()) {
                ofJumps.putDataset(HEAT, jumpHeat);
            }
            writeChannels(ofChannels);
        }
    }

    private void makeValues(WritableGroup ofTrajectories, WritableGroup ofObservables) {
        Quantities quantities = Quantities.of(plan.model());
        LinkNames names = new LinkNames();
        names.next(JUMP_START);
        for (String quantity : plan.quantities()) {
            values.add(column(ofTrajectories, names, quantity, unit(quantities, quantity)));
        }
        LinkNames others = new LinkNames();
        for (Observable observable : plan.model().observables()) {
            values.add(column(ofObservables, others, observable.name(), "that of the operator"));
        }
    }

    private void makeJumps(WritableGroup ofTrajectories, WritableGroup ofJumps, WritableGroup ofChannels) {
        jumpStart = unit(new Column(ofTrajectories, JUMP_START, new long[1], encoder, store), "1");
        jumpTime = unit(new Column(ofJumps, TIME, NUMBERS, encoder, store), "1/energy");
        jumpChannel = unit(new Column(ofJumps, CHANNEL, new int[1], encoder, store), "1");
        jumpHeat = unit(new Column(ofJumps, HEAT, NUMBERS, encoder, store), "energy");
        channelNames = unit(new Column(ofChannels, NAME, new String[] {"none"}, encoder, store), "text");
    }

    private Column column(WritableGroup group, LinkNames names, String name, String unit) {
        String link = names.next(name);
        Column column = unit(new Column(group, link, NUMBERS, encoder, store), unit);
        if (!link.equals(name)) {
            column.putAttribute(NAME, attribute(name));
        }
        return column;
    }

    /** Names, and quanta where they are constant: NaN where they are not. jHDF cannot write an array without elements. */
    private void writeChannels(WritableGroup group) {
        List<String> names = new ArrayList<>();
        List<Double> heats = new ArrayList<>();
        for (Bath bath : plan.model().baths()) {
            for (Channel channel : bath.channels()) {
                names.add(text(bath.label(channel)));
                heats.add(channel.heat().isConstant() ? channel.heat().at(0).re() : Double.NaN);
            }
        }
        if (names.isEmpty()) {
            group.putDataset(NAME, channelNames);
            return;
        }
        unit(group.putDataset(NAME, names.toArray(String[]::new)), "text");
        if (plan.model().hasParticles()) {
            unit(group.putDataset(PARTICLES, plan.model().channels().stream().mapToInt(Channel::particles).toArray()), "1");
        }
        unit(group.putDataset(HEAT, heats.stream().mapToDouble(Double::doubleValue).toArray()), "energy");
    }

    private static <T extends WritableNode> T unit(T node, String unit) {
        node.putAttribute(UNIT, unit);
        return node;
    }

    private static String unit(Quantities quantities, String name) {
        if (name.equals(RecordPlan.ENERGY_START) || name.equals(RecordPlan.ENERGY_END) || name.equals(RecordPlan.OUTCOME_START) || name.equals(RecordPlan.OUTCOME_END)) {
            return "energy";
        }
        Quantity.Unit unit = quantities.of(name).kind().unit();
        return switch (unit) {
            case ENERGY -> "energy";
            case NATS -> "nats";
            case COUNT, NONE -> "1";
        };
    }

    /** HDF5 ends a text at its first NUL, so that the picture of one stands for it. */
    private static String text(String text) {
        return text.replace('\u0000', '\u2400');
    }

    private static String attribute(String full) {
        String text = text(full);
        return text.isEmpty() ? " " : text.codePointCount(0, text.length()) <= LONGEST_ATTRIBUTE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_ATTRIBUTE)) + "…";
    }

    /** Adds the trajectories that follow those so far. */
    void add(TrajectoryRecords block) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            values.get(i).addAll(block.values()[i], block.count());
        }
        int found = 0;
        for (int i = 0; i < block.count(); i++) {
            found += block.jumpCount()[i];
            jumpStart.add(jumps + found);
        }
        if (found > block.jumpTime().length) {
            throw new IllegalArgumentException("expected the times of " + found + " jumps, found " + block.jumpTime().length);
        }
        jumpTime.addAll(block.jumpTime(), found);
        jumpChannel.addAll(block.jumpChannel(), found);
        if (plan.hasHeatOfJumps()) {
            jumpHeat.addAll(block.jumpHeat(), found);
        }
        trajectories += block.count();
        jumps += found;
    }

    /** Makes it an HDF5 file of all that was added. */
    void finish() throws IOException {
        for (Column column : values) {
            column.finish();
        }
        for (Column column : List.of(jumpStart, jumpTime, jumpChannel, jumpHeat, channelNames)) {
            column.finish();
        }
        writeHeaders();
    }

    @Override
    public void close() throws IOException {
        encoder.end();
        file.close();
    }
}
