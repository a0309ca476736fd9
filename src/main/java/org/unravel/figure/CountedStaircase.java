package org.unravel.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.ensemble.ShownTrajectory;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/**
 * Counted heat of one trajectory, of one bath or of all: it rises by the quantum at each jump of its channels.
 *
 * @param name of the quantity
 * @param channels whose quanta are counted: indices in {@code model.channels()}, ascending
 */
record CountedStaircase(String name, List<Integer> channels) {

    /** That of all baths together. */
    static CountedStaircase ofAll(Model model) {
        return new CountedStaircase(Quantity.HEAT_COUNTED, IntStream.range(0, model.channels().size()).boxed().toList());
    }

    /** Of each bath by itself, in the order of the model. */
    static List<CountedStaircase> ofEachBath(Model model) {
        List<CountedStaircase> all = new ArrayList<>();
        int first = 0;
        for (Bath bath : model.baths()) {
            int end = first + bath.channels().size();
            all.add(new CountedStaircase(Quantity.heatCounted(bath), IntStream.range(first, end).boxed().toList()));
            first = end;
        }
        return all;
    }

    /** The staircase from the start, and to the end if all jumps are known; else to the last known one of any channel. */
    Series series(Model model, ShownTrajectory trajectory, int colour) {
        List<ShownTrajectory.Jump> known = trajectory.jumps();
        List<ShownTrajectory.Jump> own = own(trajectory);
        double[] times = new double[own.size() + 2];
        double[] heat = new double[own.size() + 2];
        times[0] = model.time().start();
        for (int j = 0; j < own.size(); j++) {
            Channel channel = model.channels().get(own.get(j).channel());
            times[j + 1] = own.get(j).time();
            heat[j + 1] = heat[j] + channel.heat().at(own.get(j).time()).re();
        }
        times[own.size() + 1] = trajectory.jumpCount() == known.size() ? model.time().end() : known.get(known.size() - 1).time();
        heat[own.size() + 1] = heat[own.size()];
        return Series.of(name, Series.Form.STAIRCASE, colour, times, heat);
    }

    /** The jumps of one channel, where they take the staircase to. */
    Series marks(ShownTrajectory trajectory, Series staircase, int channel, String label, int colour) {
        List<ShownTrajectory.Jump> own = own(trajectory);
        int[] marked = IntStream.range(0, own.size()).filter(j -> own.get(j).channel() == channel).map(j -> j + 1).toArray();
        return Series.of(label, Series.Form.MARKS, colour, IntStream.of(marked).mapToDouble(j -> staircase.x()[j]).toArray(), IntStream.of(marked).mapToDouble(j -> staircase.y()[j]).toArray());
    }

    private List<ShownTrajectory.Jump> own(ShownTrajectory trajectory) {
        return trajectory.jumps().stream().filter(j -> channels.contains(j.channel())).toList();
    }
}
