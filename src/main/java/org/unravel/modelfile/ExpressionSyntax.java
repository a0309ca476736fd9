package org.unravel.modelfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.unravel.modelfile.grammar.ExpressionGrammarLexer;
import org.unravel.modelfile.grammar.ExpressionGrammarParser;

/** From the text of an expression to its {@link Node}, within limits that keep every later recursion shallow. */
final class ExpressionSyntax {

    private static final int LARGEST_LENGTH = 64 * 1024;
    private static final int DEEPEST_NESTING = 200;

    private final Source source;
    private final int codePointCount;

    private ExpressionSyntax(Source source) {
        this.source = source;
        this.codePointCount = source.text().codePointCount(0, source.text().length());
    }

    static Node parse(Source source) {
        if (source.text().length() > FileText.MAX_BYTES) {
            throw tooLong(source, source.text().length());
        }
        return new ExpressionSyntax(source).parse();
    }

    private static ModelFileException tooLong(Source source, int length) {
        return ModelFileException.at(source, "expected an expression of at most " + LARGEST_LENGTH + " characters, found " + length);
    }

    private CommonTokenStream tokens() {
        ExpressionGrammarLexer lexer = new ExpressionGrammarLexer(CharStreams.fromString(source.text()));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens;
    }

    private Node parse() {
        CommonTokenStream tokens = tokens();
        requireShort(tokens.getTokens());
        requireShallow(tokens.getTokens());
        ExpressionGrammarParser parser = new ExpressionGrammarParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message,
                    RecognitionException e) {
                throw unexpected((Token) symbol);
            }
        });
        return sum(parser.start().sum());
    }

    private ModelFileException unexpected(Token token) {
        int offset = offset(token.getStartIndex());
        if (token.getType() != Token.EOF) {
            String hint = Habits.ofToken(source.text().substring(0, offset), token.getText()).map(h -> ": " + h).orElse("");
            return ModelFileException.at(source, offset, "unexpected '" + token.getText() + "' in " + Quote.of(source, offset) + hint);
        }
        return ModelFileException.at(source, offset, source.text().isBlank() ? "expected an expression, found nothing"
                : "unexpected end of " + Quote.of(source, offset));
    }

    /** ANTLR counts code points, Java chars. */
    private int offset(int codePoints) {
        String text = source.text();
        return codePointCount == text.length() ? Math.min(codePoints, codePointCount) : text.offsetByCodePoints(0, Math.min(codePoints, codePointCount));
    }

    /** Lists of numbers do not count: tables are as long as what was measured. */
    private void requireShort(List<Token> tokens) {
        int inLists = 0;
        int opened = -1;
        for (Token token : tokens) {
            if (token.getText().equals("[") && opened < 0) {
                opened = token.getStartIndex();
            } else if (token.getText().equals("]") && opened >= 0) {
                inLists += token.getStopIndex() + 1 - opened;
                opened = -1;
            }
        }
        if (source.text().length() - inLists > LARGEST_LENGTH) {
            throw tooLong(source, source.text().length() - inLists);
        }
    }

    /** A bracket nests what is in it, a power what follows it, up to the next operator that binds less. */
    private void requireShallow(List<Token> tokens) {
        Deque<Integer> outer = new ArrayDeque<>();
        int brackets = 0;
        int powers = 0;
        String before = "";
        for (Token token : tokens) {
            String symbol = token.getText();
            switch (symbol) {
                case "(", "[" -> {
                    outer.push(powers);
                    brackets += 1 + powers;
                    powers = 0;
                }
                case ")", "]" -> {
                    powers = outer.isEmpty() ? 0 : outer.pop();
                    brackets = Math.max(0, brackets - 1 - powers);
                }
                case "^" -> powers++;
                case "+", "*", "/", "," -> powers = 0;
                case "-" -> powers = before.equals("^") || before.equals("^-") ? powers : 0;
                default -> { }
            }
            before = symbol.equals("-") && before.startsWith("^") ? "^-" : symbol;
            if (brackets + powers > DEEPEST_NESTING) {
                throw ModelFileException.at(source, offset(token.getStartIndex()),
                        "expected an expression nested at most " + DEEPEST_NESTING + " deep, found a deeper one");
            }
        }
    }

    private Node sum(ExpressionGrammarParser.SumContext context) {
        List<Node.Part> parts = new ArrayList<>();
        for (ParseTree child : context.children) {
            if (child instanceof ExpressionGrammarParser.ProductContext product) {
                parts.add(new Node.Part(product(product), follows(context, parts.size(), "-")));
            }
        }
        return parts.size() == 1 ? parts.get(0).node() : new Node.Sum(begin(context), end(context), List.copyOf(parts));
    }

    private Node product(ExpressionGrammarParser.ProductContext context) {
        List<Node.Part> parts = new ArrayList<>();
        for (ParseTree child : context.children) {
            if (child instanceof ExpressionGrammarParser.SignedContext signed) {
                parts.add(new Node.Part(signed(signed), follows(context, parts.size(), "/")));
            }
        }
        return parts.size() == 1 ? parts.get(0).node() : new Node.Product(begin(context), end(context), List.copyOf(parts));
    }

    /** True if the part at an index comes after the operator {@code symbol}: parts and operators take turns. */
    private static boolean follows(ParserRuleContext context, int part, String symbol) {
        return part > 0 && context.getChild(2 * part - 1).getText().equals(symbol);
    }

    private Node signed(ExpressionGrammarParser.SignedContext context) {
        List<ExpressionGrammarParser.ExponentContext> exponents = context.exponent();
        Node power = null;
        for (int i = exponents.size() - 1; i >= 0; i--) {
            ExpressionGrammarParser.ExponentContext exponent = exponents.get(i);
            power = negated(exponent, 1, raised(exponent.atom(), power, context));
        }
        return negated(context, 0, raised(context.atom(), power, context));
    }

    private Node raised(ExpressionGrammarParser.AtomContext base, Node exponent, ParserRuleContext whole) {
        return exponent == null ? atom(base) : new Node.Power(begin(base), end(whole), atom(base), exponent);
    }

    /** The operand with the sign of the minuses that stand in a context from a child on; two of them cancel. */
    private Node negated(ParserRuleContext context, int firstMinus, Node operand) {
        int next = firstMinus;
        while (context.getChild(next).getText().equals("-")) {
            next++;
        }
        if ((next - firstMinus) % 2 == 0) {
            return operand;
        }
        Token minus = ((TerminalNode) context.getChild(firstMinus)).getSymbol();
        return new Node.Negation(offset(minus.getStartIndex()), operand.end(), operand);
    }

    private Node atom(ExpressionGrammarParser.AtomContext context) {
        if (context.sum() != null) {
            return sum(context.sum());
        }
        if (context.list() != null) {
            return new Node.ListOf(begin(context), end(context), context.list().sum().stream().map(this::sum).toList());
        }
        if (context.FILE() != null) {
            return new Node.File(begin(context), end(context), path(context.getText()));
        }
        if (context.NUMBER() != null) {
            return new Node.Literal(begin(context), end(context), number(context));
        }
        Token name = context.NAME().getSymbol();
        Node node = new Node.Name(begin(context), offset(name.getStopIndex() + 1), name.getText());
        if (context.arguments() != null) {
            List<Node> arguments = context.arguments().sum().stream().map(this::sum).toList();
            node = new Node.Call(begin(context), end(context.arguments()), name.getText(), arguments);
        }
        return context.index() == null ? node : new Node.Indexed(begin(context), end(context), node, sum(context.index().sum()));
    }

    private static String path(String token) {
        return token.startsWith("\"") ? token.substring(1, token.length() - 1) : token;
    }

    /**
     * The text with the names of files that stand at the end of arguments, as in {@code table(t, file.csv)}, replaced.
     *
     * @param replacement what to put in place of a file's name, if anything
     */
    static String withoutFiles(String text, Function<String, Optional<String>> replacement) {
        ExpressionSyntax syntax = new ExpressionSyntax(new Source("", "", text, Source.NO_LINE, 1));
        List<Token> tokens = syntax.tokens().getTokens();
        StringBuilder replaced = new StringBuilder(text);
        for (int i = tokens.size() - 2; i > 0; i--) {
            Token token = tokens.get(i);
            boolean isArgument = token.getType() == ExpressionGrammarLexer.FILE && tokens.get(i - 1).getText().equals(",") && tokens.get(i + 1).getText().equals(")");
            if (isArgument) {
                replacement.apply(path(token.getText()))
                        .ifPresent(r -> replaced.replace(syntax.offset(token.getStartIndex()), syntax.offset(token.getStopIndex() + 1), r));
            }
        }
        return replaced.toString();
    }

    private double number(ExpressionGrammarParser.AtomContext context) {
        double value = Double.parseDouble(context.getText());
        if (Double.isInfinite(value)) {
            throw ModelFileException.at(source, begin(context), "expected a finite number, found '" + context.getText() + "'");
        }
        if (value == 0 && context.getText().matches("[^eE]*[1-9].*")) {
            throw ModelFileException.at(source, begin(context), "expected a number that is 0 or at least 4.9e-324, found '" + context.getText() + "'");
        }
        return value;
    }

    private int begin(ParserRuleContext context) {
        return offset(context.getStart().getStartIndex());
    }

    private int end(ParserRuleContext context) {
        return offset(context.getStop().getStopIndex() + 1);
    }
}
