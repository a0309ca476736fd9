package org.unravel.modelfile;

/**
 * A complex number whose parts carry their time derivatives.
 *
 * <p>The functions are the principal branches, by their real and imaginary parts: Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 3.7 (roots and powers), 4.1 (logarithm), 4.3.55-56 (circular) and 4.5.49-50 (hyperbolic functions).
 *
 * @param re real part
 * @param im imaginary part; null where the number is real by the form of its expression, which halves the work for most drives
 * @param <R> kind of the parts
 */
record Complex<R extends Real<R>>(R re, R im) {

    private static final int LARGEST_REPEATED_PRODUCT = 1024;

    static <R extends Real<R>> Complex<R> real(R re) {
        return new Complex<>(re, null);
    }

    boolean isReal() {
        return im == null;
    }

    Complex<R> plus(Complex<R> other) {
        return new Complex<>(re.plus(other.re), im == null ? other.im : other.im == null ? im : im.plus(other.im));
    }

    Complex<R> times(Complex<R> other) {
        if (other.im == null) {
            return new Complex<>(re.times(other.re), im == null ? null : im.times(other.re));
        }
        if (im == null) {
            return other.times(this);
        }
        return new Complex<>(re.times(other.re).minus(im.times(other.im)), re.times(other.im).plus(im.times(other.re)));
    }

    Complex<R> over(Complex<R> other) {
        if (other.im == null) {
            return new Complex<>(re.over(other.re), im == null ? null : im.over(other.re));
        }
        // Divided by the modulus twice, so that its square can neither overflow nor vanish.
        R modulus = other.re.hypot(other.im);
        Complex<R> turned = times(new Complex<>(other.re.over(modulus), other.im.over(modulus).negated()));
        return new Complex<>(turned.re.over(modulus), turned.im.over(modulus));
    }

    /** This over cosh(x) to a constant power > 0. */
    Complex<R> overCosh(R x, double power) {
        return new Complex<>(re.overCosh(x, power), im == null ? null : im.overCosh(x, power));
    }

    Complex<R> conjugate() {
        return im == null ? this : new Complex<>(re, im.negated());
    }

    Complex<R> sin() {
        return im == null ? real(re.sin()) : new Complex<>(re.sin().times(im.cosh()), re.cos().times(im.sinh()));
    }

    Complex<R> cos() {
        return im == null ? real(re.cos()) : new Complex<>(re.cos().times(im.cosh()), re.sin().times(im.sinh()).negated());
    }

    Complex<R> tan() {
        return im == null ? real(re.tan()) : sin().over(cos());
    }

    Complex<R> sinh() {
        return im == null ? real(re.sinh()) : new Complex<>(re.sinh().times(im.cos()), re.cosh().times(im.sin()));
    }

    Complex<R> cosh() {
        return im == null ? real(re.cosh()) : new Complex<>(re.cosh().times(im.cos()), re.sinh().times(im.sin()));
    }

    Complex<R> tanh() {
        return im == null ? real(re.tanh()) : sinh().over(cosh());
    }

    Complex<R> exp() {
        R modulus = re.exp();
        return im == null ? real(modulus) : new Complex<>(modulus.times(im.cos()), modulus.times(im.sin()));
    }

    /** The logarithm; {@code side} as in {@link Real#angle}. */
    Complex<R> log(int side) {
        return im == null ? real(re.log()) : new Complex<>(re.hypot(im).log(), im.angle(re, side));
    }

    /** The square root; {@code side} as in {@link Real#angle}. */
    Complex<R> sqrt(int side) {
        if (im == null) {
            return real(re.sqrt());
        }
        R root = re.hypot(im).sqrt();
        R halfAngle = im.angle(re, side).times(re.constant(0.5));
        return new Complex<>(root.times(halfAngle.cos()), root.times(halfAngle.sin()));
    }

    /** This to a constant real power; {@code side} as in {@link Real#angle}, for powers that are not whole. */
    Complex<R> power(double exponent, int side) {
        if (im == null) {
            return real(re.power(exponent));
        }
        if (exponent != Math.rint(exponent) || Math.abs(exponent) > LARGEST_REPEATED_PRODUCT) {
            return log(side).times(real(re.constant(exponent))).exp();
        }
        Complex<R> one = real(re.constant(1));
        Complex<R> product = one;
        for (int bit = Integer.highestOneBit((int) Math.abs(exponent)); bit > 0; bit >>= 1) {
            product = product.times(product);
            product = ((int) Math.abs(exponent) & bit) == 0 ? product : product.times(this);
        }
        return exponent < 0 ? one.over(product) : product;
    }

    /** This to a power that varies; {@code side} as in {@link Real#angle}. */
    Complex<R> power(Complex<R> exponent, int side) {
        return im == null && exponent.im == null ? real(re.power(exponent.re)) : exponent.times(log(side)).exp();
    }
}
