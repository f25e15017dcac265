package planted.rating;

/** The ledger must not know the store. */
public record AsksTheStore(planted.store.Target mistake) {}
