/** Lexer and parser that ANTLR generates from {@code ExpressionGrammar.g4}; only {@code modelfile} uses them. */
package org.unravel.modelfile.grammar;
