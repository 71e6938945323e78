# Spoken digits by their spectrograms
from keras.models import Sequential
from keras.layers import Conv1D, Dense, Dropout, Flatten, Input, MaxPooling1D

n_frames, n_mels = 36, 28

model = Sequential()
model.add(Input(shape=(n_frames, n_mels)))
model.add(Conv1D(32, 5, activation='relu'))
model.add(MaxPooling1D(2))
model.add(Conv1D(64, 3, activation='relu'))
model.add(MaxPooling1D(2))
model.add(Flatten())
model.add(Dropout(0.5))
model.add(Dense(10, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, batch_size=32, epochs=20, validation_split=0.1)
