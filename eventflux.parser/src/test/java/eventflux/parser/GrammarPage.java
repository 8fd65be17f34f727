package eventflux.parser;

import eventflux.parser.grammar.EventFluxLexer;
import eventflux.parser.grammar.Keywords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints the grammar as a page for people: the rules in EBNF, with words in place of their names. */
final class GrammarPage {

    private static final String HEAD = """
            # Grammar

            Printed from the grammar that the parser is generated from. `GrammarPageTest` fails when this page is stale and
            leaves the page as it should be in `eventflux.parser/target/grammar.md`; copy it here:

                cp eventflux.parser/target/grammar.md docs/guide/grammar.md

            The notation is the EBNF of the W3C: `?` is once or not at all, `*` any number of times, `+` at least once, `|` or.
            Words and signs stand in quotes, and words may be written in capitals or small letters; `~[…]` is any character but those in
            brackets, and `.*?` whatever stands up to what follows. What a text means beyond
            its grammar is in [language.md](language.md).
            """;

    private static final Pattern SIGN = Pattern.compile("(?m)^([A-Z_]+): ((?:'(?:[^'\\\\]|\\\\.)+'(?: \\| )?)+);");
    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final Pattern LABEL = Pattern.compile("\\s+# \\w+$");

    private final Map<String, String> words = new HashMap<>();
    private final List<String> page = new ArrayList<>();

    private GrammarPage(String lexer) {
        Matcher sign = SIGN.matcher(lexer);
        while (sign.find()) {
            String text = sign.group(2);
            words.put(sign.group(1), text.contains(" | ") ? "(" + text + ")" : text);
        }
        for (int type = 1; type <= EventFluxLexer.VOCABULARY.getMaxTokenType(); type++) {
            if (Keywords.isKeyword(type)) {
                words.put(
                        EventFluxLexer.VOCABULARY.getSymbolicName(type),
                        "'" + String.join("' | '", Keywords.words(type)) + "'");
            }
        }
    }

    /** The page. */
    static String print(String grammar, String lexer) {
        GrammarPage page = new GrammarPage(lexer);
        page.printRules(grammar);
        page.printWords(lexer);
        return HEAD + String.join("\n", page.page) + "\n";
    }

    private void printRules(String grammar) {
        String rules = grammar.substring(grammar.indexOf("// ----"));
        for (String section : rules.split("(?m)^// ---- ")) {
            if (!section.isBlank()) {
                int end = section.indexOf('\n');
                open(section.substring(0, end));
                printSection(section.substring(end).strip());
                page.add("```");
            }
        }
    }

    private void printSection(String section) {
        String name = "";
        for (String line : section.lines().toList()) {
            String text = LABEL.matcher(line).replaceFirst("").stripTrailing();
            if (text.startsWith("//")) {
                page.add("/* " + text.substring(2).strip() + " */");
            } else if (text.strip().equals(";")) {
                name = "";
            } else if (text.isEmpty()) {
                page.add("");
            } else if (name.isEmpty()) {
                name = text;
            } else {
                boolean isFirst = text.startsWith("    : ");
                page.add(readable(isFirst ? name + " ::= " + text.substring(6) : text));
            }
        }
    }

    private String readable(String rule) {
        return WORD.matcher(rule)
                .replaceAll(word -> Matcher.quoteReplacement(words.getOrDefault(word.group(), word.group())));
    }

    private void printWords(String lexer) {
        open("words");
        String literals = lexer.substring(lexer.indexOf("// ---- literals"), lexer.indexOf("// ---- what is broken"));
        String fragments = lexer.substring(lexer.indexOf("fragment "));
        for (String line : (literals + fragments).lines().toList()) {
            Matcher rule = Pattern.compile("^(?:fragment )?([A-Z_]+): (.*?)(?: -> .*)?;(?: // (.*))?$")
                    .matcher(line);
            if (rule.matches()) {
                String remark = rule.group(3) == null ? "" : " /* " + rule.group(3) + " */";
                page.add(rule.group(1) + " ::= " + rule.group(2) + remark);
            }
        }
        page.add("EOF ::= /* the end of the text */");
        page.add("SCRIPT ::= /* the body of a function in braces, as it is */");
        page.add("```");
    }

    private void open(String title) {
        page.add("");
        page.add("## " + Character.toUpperCase(title.charAt(0)) + title.substring(1));
        page.add("");
        page.add("```ebnf");
    }
}
