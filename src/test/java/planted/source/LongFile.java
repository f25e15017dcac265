package planted.source;

/** A file that nobody can hold in the head. */
public final class LongFile {
  private LongFile() {}

  static int m0() {
    return 0;
  }

  static int m1() {
    return 1;
  }

  static int m2() {
    return 2;
  }

  static int m3() {
    return 3;
  }

  static int m4() {
    return 4;
  }

  static int m5() {
    return 5;
  }

  static int m6() {
    return 6;
  }

  static int m7() {
    return 7;
  }

  static int m8() {
    return 8;
  }

  static int m9() {
    return 9;
  }

  static int m10() {
    return 10;
  }

  static int m11() {
    return 11;
  }

  static int m12() {
    return 12;
  }

  static int m13() {
    return 13;
  }

  static int m14() {
    return 14;
  }

  static int m15() {
    return 15;
  }

  static int m16() {
    return 16;
  }

  static int m17() {
    return 17;
  }

  static int m18() {
    return 18;
  }

  static int m19() {
    return 19;
  }

  static int m20() {
    return 20;
  }

  static int m21() {
    return 21;
  }

  static int m22() {
    return 22;
  }

  static int m23() {
    return 23;
  }

  static int m24() {
    return 24;
  }

  static int m25() {
    return 25;
  }

  static int m26() {
    return 26;
  }

  static int m27() {
    return 27;
  }

  static int m28() {
    return 28;
  }

  static int m29() {
    return 29;
  }

  static int m30() {
    return 30;
  }

  static int m31() {
    return 31;
  }

  static int m32() {
    return 32;
  }

  static int m33() {
    return 33;
  }

  static int m34() {
    return 34;
  }

  static int m35() {
    return 35;
  }

  static int m36() {
    return 36;
  }

  static int m37() {
    return 37;
  }

  static int m38() {
    return 38;
  }

  static int m39() {
    return 39;
  }

  static int m40() {
    return 40;
  }

  static int m41() {
    return 41;
  }

  static int m42() {
    return 42;
  }

  static int m43() {
    return 43;
  }

  static int m44() {
    return 44;
  }

  static int m45() {
    return 45;
  }

  static int m46() {
    return 46;
  }

  static int m47() {
    return 47;
  }

  static int m48() {
    return 48;
  }

  static int m49() {
    return 49;
  }

  static int m50() {
    return 50;
  }

  static int m51() {
    return 51;
  }

  static int m52() {
    return 52;
  }

  static int m53() {
    return 53;
  }

  static int m54() {
    return 54;
  }

  static int m55() {
    return 55;
  }

  static int m56() {
    return 56;
  }

  static int m57() {
    return 57;
  }

  static int m58() {
    return 58;
  }

  static int m59() {
    return 59;
  }

  static int m60() {
    return 60;
  }

  static int m61() {
    return 61;
  }

  static int m62() {
    return 62;
  }

  static int m63() {
    return 63;
  }

  static int m64() {
    return 64;
  }

  static int m65() {
    return 65;
  }

  static int m66() {
    return 66;
  }

  static int m67() {
    return 67;
  }

  static int m68() {
    return 68;
  }

  static int m69() {
    return 69;
  }

  static int m70() {
    return 70;
  }

  static int m71() {
    return 71;
  }

  static int m72() {
    return 72;
  }

  static int m73() {
    return 73;
  }

  static int m74() {
    return 74;
  }

  static int m75() {
    return 75;
  }

  static int m76() {
    return 76;
  }

  static int m77() {
    return 77;
  }

  static int m78() {
    return 78;
  }

  static int m79() {
    return 79;
  }

  static int m80() {
    return 80;
  }

  static int m81() {
    return 81;
  }

  static int m82() {
    return 82;
  }

  static int m83() {
    return 83;
  }

  static int m84() {
    return 84;
  }

  static int m85() {
    return 85;
  }

  static int m86() {
    return 86;
  }

  static int m87() {
    return 87;
  }

  static int m88() {
    return 88;
  }

  static int m89() {
    return 89;
  }

  static int m90() {
    return 90;
  }

  static int m91() {
    return 91;
  }

  static int m92() {
    return 92;
  }

  static int m93() {
    return 93;
  }

  static int m94() {
    return 94;
  }

  static int m95() {
    return 95;
  }

  static int m96() {
    return 96;
  }

  static int m97() {
    return 97;
  }

  static int m98() {
    return 98;
  }

  static int m99() {
    return 99;
  }

  static int m100() {
    return 100;
  }

  static int m101() {
    return 101;
  }

  static int m102() {
    return 102;
  }

  static int m103() {
    return 103;
  }

  static int m104() {
    return 104;
  }

  static int m105() {
    return 105;
  }

  static int m106() {
    return 106;
  }

  static int m107() {
    return 107;
  }

  static int m108() {
    return 108;
  }

  static int m109() {
    return 109;
  }
}
