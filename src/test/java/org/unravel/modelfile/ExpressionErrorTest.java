package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unravel.modelfile.ExpressionProbe.numbered;
import static org.unravel.modelfile.ExpressionProbe.parse;
import static org.unravel.modelfile.ExpressionProbe.qubit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.Space;
import org.unravel.model.Subsystem;

/** What is refused, and with which message. */
class ExpressionErrorTest {

    private static final Space SPACE = new Space(List.of(qubit("q"), numbered("c", Subsystem.Kind.BOSON, 4), qubit("s[1]"), qubit("s[2]"),
            numbered("l", Subsystem.Kind.LEVELS, 3)));
    private static final Scope SCOPE = ExpressionProbe.scope(Map.of("omega", 1.0, "N", 2.0), SPACE);

    private static String message(Runnable reading) {
        String message = assertThrows(ModelFileException.class, reading::run).getMessage();
        assertFalse(message.contains("\n"), message);
        return message;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "omga/2*sz(q) | unknown name 'omga' in 'omga/2*sz(q)': did you mean 'omega'? (model.yaml, line 8, column 14)",
        "omega/2*sz(q)) | unexpected ')' in 'omega/2*sz(q))' (model.yaml, line 8, column 27)",
        "omega/2*(sz(q) | unexpected end of 'omega/2*(sz(q)' (model.yaml, line 8, column 28)",
        "3*sxx(q) | unknown function 'sxx' in '3*sxx(q)': did you mean 'sx'? (model.yaml, line 8, column 16)",
        "sz(p) | unknown subsystem 'p' in 'sz(p)' (model.yaml, line 8, column 17)",
        "sz(q) + 3 | a number is not an operator: write 3*id (model.yaml, line 8, column 22)",
        "omega + sz(q) | a number is not an operator: write omega*id (model.yaml, line 8, column 14)",
        "sz(q) - (1+t) | a number is not an operator: write (1+t)*id (model.yaml, line 8, column 23)",
        "7 | a number is not an operator: write 7*id (model.yaml, line 8, column 14)",
        "1/sz(q) | cannot divide by an operator in '1/sz(q)' (model.yaml, line 8, column 16)",
        "a(q) | 'a' is an operator of a boson, but 'q' is a qubit with sx, sy, sz, sp, sm, id, proj, op (model.yaml, line 8, column 14)",
        "sx(s) | 's' is an array of subsystems: write s[1] to s[2] (model.yaml, line 8, column 17)",
        "sx(s[3]) | expected an index of s from 1 to 2, found 3 in 'sx(s[3])' (model.yaml, line 8, column 19)",
        "sx(s[0]) | expected an index of s from 1 to 2, found 0 in 'sx(s[0])' (model.yaml, line 8, column 19)",
        "sx(s[1.5]) | expected an integer, found 1.5 in '1.5' (model.yaml, line 8, column 19)",
        "sx(q[1]) | 'q' is no array of subsystems and takes no index (model.yaml, line 8, column 17)",
        "sx | expected sx(s), found no subsystem in 'sx' (model.yaml, line 8, column 14)",
        "sx(q, q) | expected sx(s), found 2 arguments in 'sx(q, q)' (model.yaml, line 8, column 14)",
        "proj(q, x) | expected a level of q, e or g, found 'x' (model.yaml, line 8, column 22)",
        "proj(c, 4) | expected a level of c from 0 to 3, found 4 (model.yaml, line 8, column 22)",
        "op(l, 0, -1) | expected a level of l from 0 to 2, found -1 (model.yaml, line 8, column 23)",
        "sx(q)^-1 | expected an operator to a power of 0, 1, 2, ..., found -1 (model.yaml, line 8, column 20)",
        "sx(q)^0.5 | expected an integer, found 0.5 in '0.5' (model.yaml, line 8, column 20)",
        "sin(sx(q)) | expected a number, found an operator: 'sx(q)' (model.yaml, line 8, column 18)",
        "2^sx(q) | expected a number, found an operator: 'sx(q)' (model.yaml, line 8, column 16)",
        "q | 'q' is a subsystem, not a value, in 'q' (model.yaml, line 8, column 14)",
        "s[1] | 's[1]' is not a value: write for example sz(s[1]) (model.yaml, line 8, column 14)",
        "sin | 'sin' needs its arguments in brackets, found it without in 'sin' (model.yaml, line 8, column 14)",
        "omega(2) | 'omega' is a number, not a function: write omega*(...) in 'omega(2)' (model.yaml, line 8, column 14)",
        "e*sz(q) | unknown name 'e' in 'e*sz(q)': the exponential is exp(x), the upper level of a qubit e is in proj(q, e) and in initial (model.yaml, line 8, column 14)",
        "ket(e) | 'ket' can be used in initial only, found it in 'ket(e)' (model.yaml, line 8, column 14)",
        "nu*sz(q) | 'nu' is the frequency in the spectrum of a bath, and elsewhere what a parameter of that name says, found it in 'nu*sz(q)' (model.yaml, line 8, column 14)",
        "dag(3) | expected an operator in dag(X), found a number in 'dag(3)' (model.yaml, line 8, column 14)",
        "1e308*10*sz(q) | expected a finite value, found Infinity in '1e308*10*sz(q)' (model.yaml, line 8, column 14)",
        "sz(q)*1e200*1e200/1e300 | expected a finite value, found Infinity in 'sz(q)*1e200*1e200/1e300' (model.yaml, line 8, column 14)",
        "(1e200*sz(q))^2 | expected a finite operator, found an infinite entry in '(1e200*sz(q))^2' (model.yaml, line 8, column 14)",
        "sum(k, 1, 3, sz(s[k])) | expected an index of s from 1 to 2, found 3 in 'sum(k, 1, 3, sz(s[k]))' (model.yaml, line 8, column 32)",
    })
    void operators(String text, String expected) {
        assertEquals(expected, message(() -> parse(text).operator(SCOPE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "1/0 | division by zero in '1/0' (model.yaml, line 8, column 16)",
        "log(0) | expected a finite value, found -Infinity in 'log(0)' (model.yaml, line 8, column 14)",
        "sqrt(-1) | expected a finite value, found NaN in 'sqrt(-1)' (model.yaml, line 8, column 14)",
        "exp(1000) | expected a finite value, found Infinity in 'exp(1000)' (model.yaml, line 8, column 14)",
        "nbar(0, 1) | expected a finite value, found Infinity in 'nbar(0, 1)' (model.yaml, line 8, column 14)",
        "1e999 | expected a finite number, found '1e999' (model.yaml, line 8, column 14)",
        "nan | unknown name 'nan' in 'nan': every number must be known (model.yaml, line 8, column 14)",
        "inf | unknown name 'inf' in 'inf': numbers are finite; a bath of beta = inf has temperature: 0 (model.yaml, line 8, column 14)",
        ".nan | unexpected '.' in '.nan' (model.yaml, line 8, column 14)",
        "off | unknown name 'off' in 'off' (model.yaml, line 8, column 14)",
        "+1 | unexpected '+' in '+1' (model.yaml, line 8, column 14)",
        "2 pi | unexpected 'pi' in '2 pi': a product needs its * (model.yaml, line 8, column 16)",
        "2π | unexpected 'π' in '2π': write pi (model.yaml, line 8, column 15)",
        "1**2 | unexpected '*' in '1**2': powers are written ^ (model.yaml, line 8, column 16)",
        "1e | unexpected 'e' in '1e': an exponent has digits, as 1e-3 (model.yaml, line 8, column 15)",
        "1 + 2*i | expected a real number, found 1.0 + 2.0*i in '1 + 2*i' (model.yaml, line 8, column 14)",
        "t | expected a constant, found 't' in 't' (model.yaml, line 8, column 14)",
        "sx | expected a number, found an operator: 'sx' (model.yaml, line 8, column 14)",
        "ramp(1, 3, 2) | expected t0 < t1 in ramp(t, t0, t1), found t0 = 3.0 and t1 = 2.0 (model.yaml, line 8, column 14)",
        "step(i) | expected a real argument of step, found a complex one: 'i'; take re or im of it (model.yaml, line 8, column 19)",
        "nbar(1) | expected nbar(omega, beta), found 1 argument in 'nbar(1)' (model.yaml, line 8, column 14)",
        "sum(k, 1, 1e7, k) | expected at most 1000000 terms in all sums, found more: k from 1 to 10000000 (model.yaml, line 8, column 14)",
        "sum(k, 1, 2000, sum(j, 1, 2000, 1)) | expected at most 1000000 terms in all sums, found more: j from 1 to 2000 (model.yaml, line 8, column 30)",
        "sum(i, 1, 2, i) | 'i' has a meaning of its own and cannot be an index (model.yaml, line 8, column 18)",
        "sum(2, 1, 2, 1) | expected the name of an index, found '2' (model.yaml, line 8, column 18)",
        "ohmic(1, 2) | 'ohmic' cannot be used here, found it in 'ohmic(1, 2)' (model.yaml, line 8, column 14)",
    })
    void numbers(String text, String expected) {
        assertEquals(expected, message(() -> parse(text).number(Scope.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void emptyText(String text) {
        assertTrue(message(() -> parse(text)).startsWith("expected an expression, found nothing"));
    }

    @Test
    void kets() {
        Scope qubit = Scope.empty().withSpace(SPACE).withKetsOf(0);
        Scope whole = Scope.empty().withSpace(SPACE).withKets();
        assertTrue(message(() -> parse("e+1").ket(qubit)).startsWith("cannot add a ket and a number in 'e+1'"));
        assertTrue(message(() -> parse("e*g").ket(qubit)).startsWith("cannot multiply two kets in 'e*g'"));
        assertTrue(message(() -> parse("1").ket(qubit)).startsWith("expected a level of q, e or g, found '1'"));
        assertTrue(message(() -> parse("coherent(1)").ket(qubit)).startsWith("'coherent' is a state of a boson, but 'q' is a qubit"));
        assertTrue(message(() -> parse("ket(e,0)").ket(whole)).startsWith(
                "expected ket(...) with a level for each of the 5 subsystems, found 2 arguments"));
        assertTrue(message(() -> parse("level(0)").ket(whole)).startsWith("expected a ket of the whole space"));
        assertTrue(message(() -> parse("sx(q)").ket(qubit)).startsWith("expected a finite ket, found an operator"));
    }

    @Test
    void linesOfFoldedText() {
        assertTrue(message(() -> parse("1 +\n  2 *\n omga").number(Scope.empty())).endsWith("(model.yaml, line 10, column 2)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "sin(", "2^", "-(", "2^-", "s["})
    void deepNestingIsRefused(String opening) {
        assertTrue(message(() -> parse(opening.repeat(201) + "1")).startsWith("expected an expression nested at most 200 deep"));
        assertTrue(message(() -> parse(opening.repeat(12_000))).startsWith("expected an expression nested at most 200 deep"));
    }

    @Test
    void nestingUpToTheLimitIsRead() {
        assertEquals(1, parse("(".repeat(200) + "1" + ")".repeat(200)).number(Scope.empty()), 0);
        assertEquals(1, parse("1" + "^1".repeat(200)).number(Scope.empty()), 0);
        assertEquals(300, parse("1^1" + "+1^1".repeat(299)).number(Scope.empty()), 0);
        assertEquals(0, parse("abs(".repeat(199) + "t-5" + ")".repeat(199)).scalar(ExpressionProbe.TIME).at(5, 5.1).re(), 0);
    }

    @Test
    void longTextIsRefused() {
        String longest = "1" + "+1".repeat(32_767);
        assertEquals(32_768, parse(longest).number(Scope.empty()), 0);
        assertTrue(message(() -> parse(longest + "+1")).startsWith("expected an expression of at most 65536 characters, found 65537"));
    }

    @Test
    void hugeProductsAreRefused() {
        assertTrue(message(() -> parse("(sin(t)*sx(q)+cos(t)*sz(q)+t*sy(q)+t^2*sm(q))^64").operator(SCOPE)).startsWith(
                "expected a product of operators of at most 10000 terms"));
        assertTrue(message(() -> parse("sum(k, 1, 16, sx(s[k]))^16").operator(Scope.empty().withSpace(ExpressionProbe.chain(16))))
                .startsWith("expected a product of sparse operators"));
    }

    @Test
    void nothingIsPrinted() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            message(() -> parse("1 $ 2"));
            message(() -> parse("(1"));
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void partsForTheReader() {
        Expression.Call call = parse("thermal(2*omega)").asCall().orElseThrow();
        assertEquals("thermal", call.name());
        assertEquals(2, call.arguments().get(0).number(SCOPE), 0);
        assertEquals("ground", parse("ground").asName().orElseThrow());
        Expression.Indexed array = parse("boson(3)[N]").asIndexed().orElseThrow();
        assertEquals(2, array.index().integer(SCOPE));
        assertEquals(3, array.of().asCall().orElseThrow().arguments().get(0).integer(SCOPE));
        assertEquals(3, parse("s[N]").subsystem(SCOPE));
        assertTrue(parse("2*thermal(1)").asCall().isEmpty());
        assertTrue(Expression.reservedNames().containsAll(List.of("t", "i", "pi", "sin", "sum", "sz", "adag", "proj", "thermal")));
        assertFalse(Expression.reservedNames().contains("nu"));
    }
}
