package io.multichat.jobs.erase;

import io.multichat.jobs.erase.scan.FoundBytes;
import io.multichat.reading.erase.EntryCounts;
import java.util.List;
import java.util.Map;

/**
 * The result of checking a receipt.
 *
 * @param erasure the id of the erasure
 * @param signature {@link #VALID}, {@link #OTHER_KEY}, or why the receipt is not what was signed
 * @param fingerprint of the key that signed it
 * @param ownKey true if that is the key of this installation
 * @param stores what each store holds of what was erased
 * @param texts the number of texts that the files were searched for; the first is the id of the person, if it was given
 * @param found the files that contain one of them
 * @param notSearched what was left out, one line each
 */
public record ErasedReport(
        String erasure,
        String signature,
        String fingerprint,
        boolean ownKey,
        Map<String, EntryCounts> stores,
        int texts,
        List<FoundBytes> found,
        List<String> notSearched) {
    /** The signature of a receipt that nobody changed. */
    public static final String VALID = "valid";

    /** The signature of a receipt that anybody may have made. */
    public static final String OTHER_KEY =
            "it was signed with another key, neither that of this installation nor the one given with --key; if you know"
                    + " that key from elsewhere, give its fingerprint with --key";

    /** True if the signature is valid and nothing was found. */
    public boolean isClean() {
        return signature.equals(VALID)
                && found.isEmpty()
                && stores.values().stream().allMatch(left -> left.total() == 0);
    }
}
