package eventflux.parser.repair;

import java.util.BitSet;

/** Sets of kinds of words. */
final class TokenTypes {

    private TokenTypes() {}

    /** A set of types of tokens, or of rules, by their numbers in the grammar. */
    static BitSet of(int... types) {
        BitSet set = new BitSet();
        for (int type : types) {
            set.set(type);
        }
        return set;
    }
}
