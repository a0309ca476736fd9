package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Mean and sum of squared deviations of several quantities at every grid time, over some trajectories of weight 1; merges pairwise.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1983.10483115">Chan, Golub and LeVeque (1983), Am. Stat. 37, 242, eq. 2.1</a>
 */
final class UnitCurveMoments implements CurveMoments {

    private final int quantityCount;
    private long count;
    private final double[] mean;
    private final double[] deviation;

    UnitCurveMoments(int quantityCount, long count, double[] mean, double[] deviation) {
        this.quantityCount = quantityCount;
        this.count = count;
        this.mean = mean;
        this.deviation = deviation;
    }

    @Override
    public void combine(CurveMoments other) {
        UnitCurveMoments later = (UnitCurveMoments) other;
        double n = count + later.count;
        double share = later.count / n;
        double factor = count * share;
        for (int c = 0; c < mean.length; c++) {
            double difference = later.mean[c] - mean[c];
            mean[c] = Math.fma(difference, share, mean[c]);
            deviation[c] += later.deviation[c] + difference * difference * factor;
        }
        count += later.count;
    }

    @Override
    public Curve curve(String name, int quantity) {
        int points = mean.length / quantityCount;
        double[] m = new double[points];
        double[] se = new double[points];
        for (int i = 0; i < points; i++) {
            m[i] = mean[i * quantityCount + quantity];
            se[i] = count > 1 ? Math.sqrt(deviation[i * quantityCount + quantity] / (count - 1.0) / count) : Double.NaN;
        }
        return new Curve(name, m, se);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(count);
        for (int c = 0; c < mean.length; c++) {
            out.writeDouble(mean[c]);
            out.writeDouble(deviation[c]);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        count = in.readLong();
        for (int c = 0; c < mean.length; c++) {
            mean[c] = in.readDouble();
            deviation[c] = in.readDouble();
        }
    }
}
