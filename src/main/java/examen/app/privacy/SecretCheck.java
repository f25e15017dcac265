package examen.app.privacy;

import java.util.Locale;
import java.util.Optional;

/** What the signs of a place must come to. */
enum SecretCheck {
  NONE("none"),
  /** The check digit of payment cards (ISO/IEC 7812-1, annex B); not one digit over and over. */
  LUHN("luhn"),
  /** The check digits of account numbers (ISO 13616): modulo 97 it is 1. */
  IBAN("iban"),
  /** At least nine digits, as numbers have with their area, and not one over and over. */
  PHONE("phone"),
  /** Each of the four numbers of an address is at most 255. */
  IP("ip");

  private static final int DIGITS_OF_PHONE = 9;

  private final String wire;

  SecretCheck(String wire) {
    this.wire = wire;
  }

  static Optional<SecretCheck> ofWire(String wire) {
    for (SecretCheck check : values()) {
      if (check.wire.equals(wire)) {
        return Optional.of(check);
      }
    }
    return Optional.empty();
  }

  boolean holds(String text) {
    return switch (this) {
      case NONE -> true;
      case LUHN -> luhn(text);
      case IBAN -> iban(text);
      case PHONE -> phone(text);
      case IP -> ip(text);
    };
  }

  private static boolean luhn(String text) {
    int sum = 0;
    int count = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      int digit = asciiDigit(text.charAt(i));
      if (digit >= 0) {
        int twice = digit * 2;
        sum += count % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        count++;
      }
    }
    return count >= 13 && count <= 19 && sum % 10 == 0 && isVaried(text);
  }

  private static boolean iban(String text) {
    String plain = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (plain.length() < 15 || plain.length() > 34) {
      return false;
    }
    int rest = 0;
    for (char c : (plain.substring(4) + plain.substring(0, 4)).toCharArray()) {
      int value = Character.digit(c, 36);
      if (value < 0) {
        return false;
      }
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }

  private static boolean phone(String text) {
    long digits = text.chars().filter(c -> asciiDigit((char) c) >= 0).count();
    return digits >= DIGITS_OF_PHONE && digits <= 15 && isVaried(text);
  }

  private static boolean ip(String text) {
    for (String number : text.split("\\.", -1)) {
      if (number.isEmpty() || number.length() > 3 || Integer.parseInt(number) > 255) {
        return false;
      }
    }
    return true;
  }

  /** One digit over and over stands for a number, and is none. */
  private static boolean isVaried(String text) {
    return text.chars().filter(c -> asciiDigit((char) c) >= 0).distinct().count() > 1;
  }

  private static int asciiDigit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }
}
