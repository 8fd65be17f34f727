package eventflux.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.lsp.Place.Within;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    /** The bar is the place. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            |,                CODE
            a | b,            CODE
            'a|,              STRING
            'a|',             STRING
            '|',              STRING
            'a'|,             CODE
            'it''s|',         STRING
            "a|",             STRING
            -- a|,            COMMENT
            /* a | */ b,      COMMENT
            /* a */|,         CODE
            /* it's */ b|,    CODE
            """)
    void tellsCodeFromStringsAndComments(String text, Within expected) {
        assertThat(at(text).within()).isEqualTo(expected);
    }

    @Test
    void boundsTheStatementBySemicolonsOutsideStrings() {
        Place place = at("select a; select ';' | from S -- ;\n where b; select c;");

        assertThat(place.statement()).isEqualTo(" select ';'  from S -- ;\n where b");
    }

    @Test
    void findsTheWordAroundThePlace() {
        Place place = at("select pri|ce from S");

        assertThat(place.word()).isEqualTo("price");
        assertThat(place.prefix()).isEqualTo("pri");
        assertThat(place.before()).isEqualTo("select ");
    }

    @Test
    void followsTheLettersOfTheAuthor() {
        assertThat(at("select a | ").spelled("FROM")).isEqualTo("from");
        assertThat(at("SELECT a | ").spelled("FROM")).isEqualTo("FROM");
        assertThat(at("SELECT a fr|").spelled("FROM")).isEqualTo("from");
    }

    private static Place at(String marked) {
        int offset = marked.indexOf('|');
        return Place.at(marked.substring(0, offset) + marked.substring(offset + 1), offset);
    }
}
