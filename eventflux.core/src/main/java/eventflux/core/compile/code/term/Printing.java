package eventflux.core.compile.code.term;

import java.util.List;

/** What terms print alike. */
final class Printing {

    private Printing() {}

    static void list(StringBuilder out, List<Term> terms) {
        out.append('(');
        String separator = "";
        for (Term term : terms) {
            out.append(separator);
            term.print(out);
            separator = ", ";
        }
        out.append(')');
    }

    static void binary(StringBuilder out, Term left, String operator, Term right) {
        out.append('(');
        left.print(out);
        out.append(' ').append(operator).append(' ');
        right.print(out);
        out.append(')');
    }
}
