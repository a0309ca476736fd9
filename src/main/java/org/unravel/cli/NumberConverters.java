package org.unravel.cli;

import java.math.BigDecimal;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers on the command line; every refusal says the rule and what was found. */
final class NumberConverters {

    /** Integers that a double holds exactly. */
    private static final long MAX_TRAJECTORY_COUNT = 1L << 53;

    private NumberConverters() {
    }

    /** 100000 or 1e5, from 1 to 2⁵³. */
    static final class TrajectoryCount implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return integer(text, 1, MAX_TRAJECTORY_COUNT, "an integer from 1 to 2^53");
        }
    }

    /** From 0 to 2⁶³ − 1, as in a model file. */
    static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return integer(text, 0, Long.MAX_VALUE, "an integer from 0 to 2^63 - 1");
        }
    }

    /** From 1. */
    static final class ThreadCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) integer(text, 1, Integer.MAX_VALUE, "an integer >= 1");
        }
    }

    /** From 2. */
    static final class SeedCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) integer(text, 2, Integer.MAX_VALUE, "an integer >= 2");
        }
    }

    /** From 0. */
    static final class ErrorSeedCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) integer(text, 0, Integer.MAX_VALUE, "an integer >= 0");
        }
    }

    private static long integer(String text, long from, long to, String rule) {
        try {
            long value = new BigDecimal(text).longValueExact();
            if (value >= from && value <= to) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // refused below, in the same words as a number out of range
        }
        throw new TypeConversionException("expected " + rule + ", found '" + text + "'");
    }
}
