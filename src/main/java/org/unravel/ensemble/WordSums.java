package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.unravel.model.Model;
import org.unravel.statistics.EffectiveSize;
import org.unravel.statistics.WeightTable;
import org.unravel.statistics.WeightedCount;

/** Of every word the sums over trajectories of how often they show it, of the square of that, of its modulus, and of its product with the weight at the end. */
final class WordSums implements TallySums {

    private final List<String> labels;
    private final int length;
    private final double run;
    private final long[] holders;
    private final double[] sum;
    private final double[] squares;
    private final double[] products;
    private final double[] moduli;
    private final double[] most;
    private final WeightTable trajectories = new WeightTable(1);

    WordSums(Model model) {
        labels = model.channelLabels();
        length = model.counting().wordLength();
        run = model.time().end() - model.time().start();
        int count = (int) model.counting().wordCount(labels.size());
        holders = new long[count];
        sum = new double[count];
        squares = new double[count];
        products = new double[count];
        moduli = new double[count];
        most = new double[count];
    }

    /** A trajectory has ended with a weight. */
    void trajectory(double weight) {
        trajectories.add(0, weight);
    }

    /** One has shown a word so often, each time with its weight then. */
    void add(int word, double number, double weight) {
        holders[word]++;
        sum[word] += number;
        squares[word] += number * number;
        products[word] += number * weight;
        moduli[word] += Math.abs(number);
        most[word] = Math.max(most[word], Math.abs(number));
    }

    @Override
    public void combine(TallySums other) {
        WordSums later = (WordSums) other;
        for (int w = 0; w < sum.length; w++) {
            holders[w] += later.holders[w];
            sum[w] += later.sum[w];
            squares[w] += later.squares[w];
            products[w] += later.products[w];
            moduli[w] += later.moduli[w];
            most[w] = Math.max(most[w], later.most[w]);
        }
        trajectories.combine(later.trajectories);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (int w = 0; w < sum.length; w++) {
            out.writeLong(holders[w]);
            out.writeDouble(sum[w]);
            out.writeDouble(squares[w]);
            out.writeDouble(products[w]);
            out.writeDouble(moduli[w]);
            out.writeDouble(most[w]);
        }
        trajectories.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int w = 0; w < sum.length; w++) {
            holders[w] = in.readLong();
            sum[w] = in.readDouble();
            squares[w] = in.readDouble();
            products[w] = in.readDouble();
            moduli[w] = in.readDouble();
            most[w] = in.readDouble();
        }
        trajectories.read(in);
    }

    @Override
    public void contribute(ResultParts parts) {
        WeightedCount total = trajectories.at(0);
        int channels = labels.size();
        int first = 0;
        int ofLength = 1;
        for (int l = 1; l <= length; l++) {
            ofLength *= channels;
            for (int w = 0; w < ofLength; w++) {
                parts.add(rate(word(w, l, channels), first + w, total));
            }
            first += ofLength;
        }
    }

    private List<String> word(int index, int letters, int channels) {
        List<String> word = new ArrayList<>();
        int rest = index;
        for (int l = 0; l < letters; l++) {
            word.add(0, labels.get(rest % channels));
            rest /= channels;
        }
        return word;
    }

    /** The quotient Σs/Σw with the scatter of s − mean w, which for weights of 1 is that of the numbers; a word that was never seen has no error bar. */
    private WordRate rate(List<String> word, int w, WeightedCount total) {
        double mean = total.weight() > 0 ? sum[w] / total.weight() : Double.NaN;
        double scatter = squares[w] - 2 * mean * products[w] + mean * mean * total.squares();
        double few = total.count() / (total.count() - 1.0);
        double error = holders[w] == 0 || total.count() < 2 ? Double.NaN : Math.sqrt(Math.max(0, scatter) * few) / total.weight();
        double effective = squares[w] > 0 ? moduli[w] * moduli[w] / squares[w] : 0;
        return new WordRate(word, mean / run, (total.hasUnitWeights() ? error : EffectiveSize.errorBar(error, effective)) / run, holders[w], most[w]);
    }
}
