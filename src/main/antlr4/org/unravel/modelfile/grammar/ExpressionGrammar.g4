// Expressions of the model file. Recursion passes through brackets alone, so that their depth bounds the parser's stack.
grammar ExpressionGrammar;

start : sum EOF ;

sum : product (('+' | '-') product)* ;

product : signed (('*' | '/') signed)* ;

// A power binds tighter than the minus before it: -x^2 is -(x^2). The chain a^b^c is read from the right.
signed : '-'* atom exponent* ;

exponent : '^' '-'* atom ;

atom : NUMBER
     | NAME arguments? index?
     | '(' sum ')'
     | list
     | FILE
     ;

arguments : '(' (sum (',' sum)*)? ')' ;

index : '[' sum ']' ;

list : '[' (sum (',' sum)*)? ']' ;

NUMBER : (DIGITS ('.' [0-9]*)? | '.' DIGITS) ([eE] [+-]? DIGITS)? ;
NAME : [A-Za-z] [A-Za-z0-9_]* ;
// The name of a file with a table; one with blanks or another ending stands in quotes. No other expression holds these endings or quotes.
FILE : [A-Za-z0-9_./~-]* [A-Za-z0-9_~-] '.' ('csv' | 'tsv' | 'dat' | 'txt') | '"' ~["\r\n]* '"' ;
SPACE : [ \t\r\n]+ -> skip ;
// Anything else is a token too: the parser then reports it like every other error.
OTHER : . ;

fragment DIGITS : [0-9]+ ;
