package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.osgi.service.component.annotations.Component;

/** Hashes of texts, and texts written in other alphabets; a text stands for its UTF-8 bytes. */
@Component(service = FunctionLibrary.class)
public final class CodingFunctions implements FunctionLibrary {

    /** The MD5 hash. */
    @Function(
            name = "md5",
            description = "The MD5 hash in hexadecimal digits; good for buckets, not for secrets.",
            examples = "md5(name)")
    public static String md5(String text) {
        return digest("MD5", text);
    }

    /** The SHA-1 hash. */
    @Function(
            name = "sha1",
            description = "The SHA-1 hash in hexadecimal digits; not for secrets.",
            examples = "sha1(name)")
    public static String sha1(String text) {
        return digest("SHA-1", text);
    }

    /** The SHA-256 hash. */
    @Function(name = "sha256", description = "The SHA-256 hash in hexadecimal digits.", examples = "sha256(name)")
    public static String sha256(String text) {
        return digest("SHA-256", text);
    }

    /** The SHA-512 hash. */
    @Function(name = "sha512", description = "The SHA-512 hash in hexadecimal digits.", examples = "sha512(name)")
    public static String sha512(String text) {
        return digest("SHA-512", text);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** The CRC-32 checksum. */
    @Function(name = "crc32", description = "The CRC-32 checksum.", examples = "crc32(name) % 16")
    public static long crc32(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes(text));
        return checksum.getValue();
    }

    /** A spread number. */
    @Function(
            name = "hash",
            description = "A number that equal texts have in common, the same on every machine; may be negative.",
            examples = "abs(hash(user) % 10)")
    public static int hash(String text) {
        return text.hashCode();
    }

    /** Base64. */
    @Function(
            name = {"toBase64", "to_base64", "base64Encode"},
            description = "The text in Base64.",
            examples = "toBase64(payload)")
    public static String toBase64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    /** From Base64. */
    @Function(
            name = {"fromBase64", "from_base64", "base64Decode"},
            description = "The text that another says in Base64.",
            examples = "fromBase64(payload)")
    public static String fromBase64(String text) {
        try {
            return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw FunctionError.BAD_ENCODING.with("encoding", "Base64");
        }
    }

    /** Hexadecimal digits. */
    @Function(
            name = {"hex", "str:hex"},
            description = "The text's bytes in hexadecimal digits.",
            examples = "hex('MySQL')")
    public static String hex(String text) {
        return HexFormat.of().formatHex(bytes(text));
    }

    /** From hexadecimal digits. */
    @Function(
            name = {"unhex", "str:unhex"},
            description = "The text whose bytes another says in hexadecimal digits.",
            examples = "unhex('4d7953514c')")
    public static String unhex(String digits) {
        try {
            return new String(HexFormat.of().parseHex(digits.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw FunctionError.BAD_ENCODING.with("encoding", "sequence of hexadecimal digits");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
